using Scenarios.Selection;
using Stress.Execution;
using Stress.Run;
using Stress.Workloads;

namespace Stress.Bench;

/// <summary>Runs the tracker under audit at the settings of a bench: same order, as many threads as there are processors.</summary>
internal static class AuditedRun
{
    private const string WorkloadName = "churn";
    private const long Seed = 1;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(2);

    /// <summary>A control run on a canary, then one run for each protocol.</summary>
    public static IReadOnlyList<AuditRow> Run(int order, CancellationToken cancellation)
    {
        ControlReport control = Control.Run(Seed, cancellation);
        return
        [
            .. Protocols.All
                .TakeWhile(_ => !cancellation.IsCancellationRequested)
                .Select(protocol => Run(protocol.Name, order, control, cancellation)),
        ];
    }

    private static AuditRow Run(string protocol, int order, ControlReport control, CancellationToken cancellation)
    {
        Workload workload = WorkloadCatalogue.Find(WorkloadName)!;
        int threads = Math.Max(2, Environment.ProcessorCount);
        WorkloadShape shape = workload.Fit(new WorkloadShape(order, workload.DefaultFolios, workload.DefaultMms, threads, Math.Max(1, threads / 2), Seed));
        WorkloadPlan plan = new(workload, shape, Scenarios.Selection.Schemes.RmapId, new TrackerSelection(protocol), new TeamPlan(Length, Seed) { Affinity = Affinity.Spread() });
        WorkloadResult result = new WorkloadRunner(plan, _ => { }, cancellation).Run();
        Judgement judgement = Judgement.OfRun(plan.Scheme, result.Totals, control, result.IsStuck);
        return new AuditRow(
            protocol,
            order,
            threads,
            Math.Round(result.Totals.Seconds, 3),
            result.Totals.Sections,
            result.Totals.SnapshotsAudited,
            result.Totals.Violations,
            judgement.Verdict,
            judgement.Reason);
    }
}
