using Scenarios.Canaries;

namespace Scenarios.Tests;

/// <summary>Holds the table of docs/CHECKERS.md and the catalogue together.</summary>
public sealed class CanaryTableTests
{
    [Fact]
    public void The_document_lists_every_canary_with_who_can_see_it()
    {
        Dictionary<string, string> rows = Rows();
        Assert.Equal(CanaryCatalogue.All.Select(canary => canary.Name).Order(), rows.Keys.Order());
        Assert.All(CanaryCatalogue.All, canary =>
        {
            string seenBy = rows[canary.Name];
            Assert.Equal(canary.Workload is not null, seenBy.Contains("run", StringComparison.Ordinal));
            Assert.Equal(canary.Workload is not null && canary.Scenario is not null, seenBy.Contains("Coyote", StringComparison.Ordinal));
            Assert.Equal(canary.Scenario is not null, seenBy.Contains("explore", StringComparison.Ordinal));
            Assert.Equal(canary.Visibility is Visibility.WeakMemory or Visibility.ModelOnly, seenBy == "explore (rc11)");
            Assert.Equal(canary.MinWriters > 1, seenBy.Contains("with 2", StringComparison.Ordinal));
        });
    }

    private static Dictionary<string, string> Rows() =>
        File.ReadAllLines(Repository.PathOf("docs", "CHECKERS.md"))
            .SkipWhile(line => line != "## Canaries")
            .TakeWhile(line => !line.StartsWith("Why x86", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 5 && cells[1].StartsWith('`'))
            .ToDictionary(cells => cells[1].Trim('`'), cells => cells[3]);
}
