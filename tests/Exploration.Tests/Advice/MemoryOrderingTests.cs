using Atomics.Programs;
using Scenarios.Catalogue;

namespace Exploration.Tests.Advice;

/// <summary>Holds the last column of docs/MEMORY-ORDERING.md: which accesses could be weaker, and which scenario says no.</summary>
public sealed class MemoryOrderingTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_access_that_orders_something_has_a_result() =>
        Assert.All(Rows(), row => Assert.True(!row.IsOrdered || row.Weakened is not ("" or "?" or "-"), $"{row.Id} has no result"));

    /// <summary>A few rows whose scenarios take no time; the long tier explores them all.</summary>
    [Theory]
    [InlineData("mm-publish", "mms")]
    [InlineData("publish", "publish")]
    [InlineData("slot-pop", "slots")]
    public void A_needed_access_is_found_again(string id, string scenario)
    {
        ScenarioEntry entry = ScenarioCatalogue.Find(scenario);
        ScenarioDeclaration[] scenarios = [entry.Create(entry.Defaults)];
        string result = new TrackerAdvice(scenarios).ResultOf(id);
        output.WriteLine($"{id}: {result}");
        Assert.Contains($"(`{scenario}`)", result, StringComparison.Ordinal);
        Assert.Contains($"(`{scenario}`)", Rows().Single(row => row.Id == id).Weakened, StringComparison.Ordinal);
    }

    [Fact]
    public void The_column_says_what_all_scenarios_say()
    {
        if (!Tier.IsLong && !DocumentTable.MustRefresh)
        {
            Assert.Skip("The long tier explores every row: STRESS_EXPLORE_TIER=long.");
        }

        TrackerAdvice advice = new(TrackerAdvice.Suite());
        string[] lines = File.ReadAllLines(OrderingRow.Document);
        string[] found = [.. lines];
        for (int index = 0; index < lines.Length; index++)
        {
            found[index] = OrderingRow.With(lines[index], row => row.IsOrdered ? advice.ResultOf(row.Id) : "-");
            if (DocumentTable.MustRefresh)
            {
                // Row by row: what a run that is ended has found stays.
                File.WriteAllLines(OrderingRow.Document, found);
            }
        }

        Assert.Equal(found, File.ReadAllLines(OrderingRow.Document));
    }

    private static IEnumerable<OrderingRow> Rows() => OrderingRow.Of(File.ReadAllLines(OrderingRow.Document));
}
