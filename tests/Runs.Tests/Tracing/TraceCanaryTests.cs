using Harness.Teams;
using Runs.Totals;
using Runs.Tracing;
using Runs.Workloads;
using Scenarios.Canaries;
using Scenarios.Selection;

namespace Runs.Tests.Tracing;

/// <summary>A replay that no broken tracker could fail would prove nothing.</summary>
public sealed class TraceCanaryTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("batch-count-ignored", "python-pool.txt.gz", 2)]
    [InlineData("mapcount-torn-add", "python-pool.txt.gz", 4)]
    [InlineData("sequence-torn-add", "redis-bgsave.txt.gz", 4)]
    [InlineData("reader-ignores-writers", "forkstorm.txt.gz", 4)]
    [InlineData("writer-no-step", "forkstorm.txt.gz", 4)]
    public void A_canary_is_found_on_a_recorded_trace(string name, string file, int order)
    {
        Canary canary = CanaryCatalogue.Find(name);
        TraceWorkload workload =
            TraceWorkload.Of(Repository.PathOf("samples", "traces", file), TestContext.Current.CancellationToken);
        WorkloadPlan plan = new(
            workload,
            new WorkloadShape(
                new OrderRange(order), workload.DefaultFolios, workload.DefaultMms, Writers: 2, Readers: 2, Seed: 1),
            Schemes.Find(canary.Scheme),
            new TrackerSelection(canary.Protocol, Canary: canary),
            new TeamPlan(Limit, 1) { Perturbation = Perturbation.Heavy, StopAtFinding = true });

        WorkloadResult result = new WorkloadRunner(plan, _ => { }, CancellationToken.None).Run();

        Assert.NotEmpty(result.Violations);
        Assert.False(result.IsStuck);
    }
}
