using Harness.Teams;
using Runs.Totals;
using Runs.Workloads;
using Scenarios.Selection;

namespace Runs.Judging;

/// <summary>Runs a canary with what it brings, as <c>run --canary</c> does, under one kind of perturbation.</summary>
internal static class CanaryTrial
{
    private const int Threads = 2;

    /// <summary>Runs it until it is found or the time is up.</summary>
    /// <param name="canary">A canary that has a workload.</param>
    /// <param name="kind">How its threads are perturbed.</param>
    /// <param name="limit">When to give up.</param>
    /// <param name="seed">Where its randomness comes from.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static RunTotals Run(
        Canary canary, Perturbation kind, TimeSpan limit, long seed, CancellationToken cancellation)
    {
        Workload workload = WorkloadCatalogue.Find(canary.Workload!)!;
        int writers = Math.Max(canary.MinWriters, Threads);
        Scheme scheme = Schemes.Find(canary.Scheme);
        WorkloadShape shape = workload.Fit(
            new WorkloadShape(new OrderRange(canary.Order), workload.DefaultFolios,
                Math.Max(writers, workload.DefaultMms), writers, Threads, seed),
            scheme.SubIds);
        WorkloadPlan plan = new(
            workload,
            shape,
            scheme,
            new TrackerSelection(canary.Protocol, Canary: canary),
            new TeamPlan(limit, seed) { Perturbation = kind, StopAtFinding = true });
        return new WorkloadRunner(plan, _ => { }, cancellation).Run().Totals;
    }
}
