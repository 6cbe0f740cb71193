using System.Text.Json;
using CoyoteTests.Exploration;
using Scenarios.Catalogue;

namespace CoyoteTests.Reporting;

/// <summary>What other programs read.</summary>
public class CoyoteReportTests
{
    private static readonly string[] Promised =
        ["name", "strategy", "seed", "schedules", "distinctSchedules", "outcomes", "found", "seconds"];

    [Fact]
    public void An_entry_says_what_a_test_explored()
    {
        ScenarioEntry seqcount = ScenarioCatalogue.Find("seqcount");
        ExplorationResult result =
            Explorer.Explore(seqcount.Create(seqcount.Defaults), Strategy.Random, 100, Seeds.Number(1));
        JsonElement entry = JsonSerializer.SerializeToElement<IReadOnlyList<CoyoteReportEntry>>(
            [CoyoteReport.Entry("a test", result)], CoyoteReportJson.Default.IReadOnlyListCoyoteReportEntry)[0];
        Assert.Empty(Promised.Except(entry.EnumerateObject().Select(property => property.Name)));
        Assert.Equal("a test", entry.GetProperty("name").GetString());
        Assert.Equal("random", entry.GetProperty("strategy").GetString());
        Assert.Equal(Seeds.Number(1), entry.GetProperty("seed").GetUInt32());
        Assert.Equal(100, entry.GetProperty("schedules").GetInt32());
        Assert.InRange(entry.GetProperty("distinctSchedules").GetInt32(), 2, 100);
        Assert.InRange(entry.GetProperty("outcomes").GetInt32(), 2, 5);
        Assert.False(entry.GetProperty("found").GetBoolean());
    }
}
