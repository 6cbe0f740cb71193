using Harness.Teams;
using Runs.Totals;
using Runs.Workloads;
using Scenarios.Canaries;
using Scenarios.Selection;

namespace Runs.Judging;

/// <summary>Runs a canary first: if the audit does not find it, a clean run would prove nothing.</summary>
public static class Control
{
    private const string CanaryName = "reader-no-recheck";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>Runs the canary until it is found, for a second at most.</summary>
    public static ControlReport Run(long seed, CancellationToken cancellation)
    {
        Canary canary = CanaryCatalogue.Find(CanaryName);
        Workload workload = WorkloadCatalogue.Find(canary.Workload!)!;
        WorkloadShape shape = workload.Fit(new WorkloadShape(canary.Order, workload.DefaultFolios, workload.DefaultMms, Writers: 2, Readers: 2, seed));
        WorkloadPlan plan = new(
            workload,
            shape,
            Schemes.RmapId,
            new TrackerSelection(canary.Protocol, Canary: canary),
            new TeamPlan(Limit, seed) { Perturbation = Perturbation.Heavy, StopAtFinding = true });
        WorkloadResult result = new WorkloadRunner(plan, _ => { }, cancellation).Run();
        return new ControlReport(canary.Name, result.Totals.Violations, Math.Round(result.Totals.Seconds, 3));
    }
}
