using CoyoteTests.Exploration;
using CoyoteTests.Reporting;
using Scenarios.Selection;

namespace CoyoteTests.Canaries;

/// <summary>The table "canary by strategy" of <c>docs/CHECKERS.md</c>.</summary>
public class CanaryTableTests(CoyoteReport report)
{
    private const string Name = "coyote canaries";

    private static readonly string[] Header = ["canary", .. Strategy.All.Select(strategy => strategy.Name)];

    /// <summary>
    /// Measuring takes minutes: the long tier and a refresh do it, else the table's rows and columns are compared.
    /// </summary>
    [Fact]
    public void The_table_says_how_many_schedules_each_strategy_takes()
    {
        if (!DocumentTable.MustRefresh && !Tier.IsLong)
        {
            string[] lines = DocumentTable.Read(Name).Split('\n');
            Assert.Equal($"| {string.Join(" | ", Header)} |", lines[0]);
            Assert.Equal(CanaryCase.Visible.Select(canary => $"| `{canary.Name}`"),
                lines[2..].Select(line => line[..line.IndexOf(" |", StringComparison.Ordinal)]));
            return;
        }

        string table = DocumentTable.Format(Header, CanaryCase.Visible.Select(Row));
        if (DocumentTable.MustRefresh)
        {
            DocumentTable.Write(Name, table);
        }

        Assert.Equal(table, DocumentTable.Read(Name));
    }

    private string[] Row(Canary canary) =>
        [$"`{canary.Name}`", .. Strategy.All.Select(strategy => Cell(canary, strategy))];

    private string Cell(Canary canary, Strategy strategy)
    {
        int[] taken = [.. Seeds.Ten.Select(seed => Explore(canary, strategy, seed)).Where(result => result.Found)
            .Select(result => result.Schedules).Order()];
        Assert.Equal(CanaryCase.IsMissed(canary, strategy), taken.Length < Seeds.Ten.Count);
        return taken.Length < Seeds.Ten.Count
            ? $"{taken.Length} of {Seeds.Ten.Count}"
            : $"{(taken[taken.Length / 2] + taken[(taken.Length - 1) / 2]) / 2.0:0.#}";
    }

    private ExplorationResult Explore(Canary canary, Strategy strategy, uint seed)
    {
        ExplorationResult result = Explorer.Explore(CanaryCase.Create(canary), strategy, CanaryCase.MaxSchedules, seed);
        report.Add(result);
        return result;
    }
}
