using CoyoteTests.Exploration;
using CoyoteTests.Reporting;

namespace CoyoteTests.Coverage;

/// <summary>How much of the truth schedules reach, where the truth is known.</summary>
public class CoverageTests(CoyoteReport report)
{
    private const string TableName = "coyote coverage";

    private static readonly int[] Marks = [100, 1_000, 10_000];

    private static readonly string[] Header = ["strategy",
        .. CoverageCase.All.Select(each => $"{each.Name} (of {each.Executions})")];

    public static TheoryData<string> Names => [.. CoverageCase.All.Select(each => each.Name)];

    /// <summary>
    /// More classes than there are would show that the classes are wrong; few would make the silence of a test worth
    /// little.
    /// </summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void A_thousand_random_schedules_reach_a_fifth_of_the_executions_and_no_other(string name)
    {
        CoverageCase each = CoverageCase.All.Single(candidate => candidate.Name == name);
        ExplorationResult result = Explore(each, Strategy.Random, 1_000, []);
        Assert.InRange(result.Classes, each.Executions / 5, each.Executions);
    }

    [Theory]
    [InlineData("shared 1W 1R")]
    [InlineData("exclusive 1W 1R")]
    public void A_thousand_random_schedules_reach_every_execution_of_one_writer_and_one_reader(string name) =>
        Assert.Equal(11, Explore(CoverageCase.All.Single(candidate => candidate.Name == name), Strategy.Random, 1_000,
            []).Classes);

    /// <summary>
    /// Measuring takes minutes: the long tier and a refresh do it, else the table's rows and columns are compared.
    /// </summary>
    [Fact]
    public void The_table_says_how_many_executions_each_strategy_reaches()
    {
        if (!DocumentTable.MustRefresh && !Tier.IsLong)
        {
            string[] lines = DocumentTable.Read(TableName).Split('\n');
            Assert.Equal($"| {string.Join(" | ", Header)} |", lines[0]);
            Assert.Equal(Strategy.All.Count, lines.Length - 2);
            return;
        }

        string table = DocumentTable.Format(Header, Strategy.All.Select(Row));
        if (DocumentTable.MustRefresh)
        {
            DocumentTable.Write(TableName, table);
        }

        Assert.Equal(table, DocumentTable.Read(TableName));
    }

    private string[] Row(Strategy strategy) =>
        [strategy.Name, .. CoverageCase.All.Select(each => Cell(each, strategy))];

    private string Cell(CoverageCase each, Strategy strategy)
    {
        List<int> reached = [];
        Explore(each, strategy, Marks[^1], reached);
        return string.Join(" / ", reached);
    }

    private ExplorationResult Explore(CoverageCase each, Strategy strategy, int schedules, List<int> reached)
    {
        ExplorationResult result =
            Explorer.Explore(each.Create(), strategy, schedules, Seeds.Number(1), (count, classes) =>
        {
            if (Marks.Contains(count))
            {
                reached.Add(classes.Count);
            }
        });
        report.Add(result);
        Assert.Null(result.Violation);
        Assert.InRange(result.Classes, 1, each.Executions);
        return result;
    }
}
