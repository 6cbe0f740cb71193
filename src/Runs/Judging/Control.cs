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

    /// <summary>Runs the canary until it is found, for a second at most, under each kind of perturbation.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="kinds">The kinds that the run itself will have.</param>
    /// <param name="cancellation">Ends the control early.</param>
    public static ControlReport Run(long seed, IReadOnlyList<Perturbation> kinds, CancellationToken cancellation)
    {
        Dictionary<string, ControlPart> parts =
            kinds.ToDictionary(kind => kind.Name, kind => Run(seed, kind, cancellation));
        return new ControlReport(
            CanaryName, parts.Values.Sum(part => part.Violations),
            Math.Round(parts.Values.Sum(part => part.Seconds), 3))
        {
            ByPerturbation = parts,
        };
    }

    private static ControlPart Run(long seed, Perturbation kind, CancellationToken cancellation)
    {
        Canary canary = CanaryCatalogue.Find(CanaryName);
        Workload workload = WorkloadCatalogue.Find(canary.Workload!)!;
        WorkloadShape shape = workload.Fit(
            new WorkloadShape(canary.Order, workload.DefaultFolios, workload.DefaultMms, Writers: 2, Readers: 2, seed));
        WorkloadPlan plan = new(
            workload,
            shape,
            Schemes.RmapId,
            new TrackerSelection(canary.Protocol, Canary: canary),
            new TeamPlan(Limit, seed) { Perturbation = kind, StopAtFinding = true });
        WorkloadResult result = new WorkloadRunner(plan, _ => { }, cancellation).Run();
        return new ControlPart(result.Totals.Violations, Math.Round(result.Totals.Seconds, 3));
    }
}
