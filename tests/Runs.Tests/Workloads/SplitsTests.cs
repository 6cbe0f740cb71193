using Harness.Teams;
using Runs.Totals;
using Runs.Workloads;
using Scenarios.Selection;

namespace Runs.Tests.Workloads;

/// <summary>Workload <c>splits</c>, audited.</summary>
public class SplitsTests
{
    [Theory]
    [InlineData(Protocols.Shared)]
    [InlineData(Protocols.Exclusive)]
    [InlineData(Protocols.AddReturn)]
    [InlineData(Protocols.TwoWord)]
    public void Folios_are_split_down_to_pages_and_nothing_is_seen_or_left_that_should_not_be(string protocol)
    {
        Workload workload = WorkloadCatalogue.Find("splits")!;
        WorkloadShape shape = new(new OrderRange(5), Folios: 4, Mms: 4, Writers: 2, Readers: 1, Seed: 1);
        TeamPlan team = new(TimeSpan.FromSeconds(60), Seed: 1) { Operations = 40_000 };
        WorkloadResult result = new WorkloadRunner(
            new WorkloadPlan(workload, shape, Schemes.RmapId, new TrackerSelection(protocol), team),
            _ => { },
            TestContext.Current.CancellationToken).Run();
        Assert.Empty(result.Violations);
        Assert.True(result.Totals.Splits > 100, $"{result.Totals.Splits} splits");
        Assert.True(result.Totals.SnapshotsAudited > 0 && result.Totals.DecisionsAudited > 0);
    }
}
