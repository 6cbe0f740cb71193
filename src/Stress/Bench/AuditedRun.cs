using Harness.Processors;
using Harness.Teams;
using Runs.Auditing;
using Runs.Judging;
using Runs.Totals;
using Runs.Workloads;
using Scenarios.Selection;
using Stress.Bench.Cases;
using Stress.Bench.Report;

namespace Stress.Bench;

/// <summary>
/// Runs the schemes of a bench under audit at its settings: same order, as many threads as there are processors.
/// </summary>
internal static class AuditedRun
{
    private const string WorkloadName = "churn";
    private const long Seed = 1;

    /// <summary>
    /// Meetings of readers and writers in a second are sure with it alone, however busy the machine is.
    /// </summary>
    private static readonly Perturbation s_kind = Perturbation.Light;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(1);

    /// <summary>A control run on a canary, then one run for each scheme and protocol.</summary>
    public static IReadOnlyList<AuditRow> Run(IReadOnlyList<BenchScheme> schemes, int order,
        CancellationToken cancellation)
    {
        ControlReport control = Control.Run(Seed, [s_kind], cancellation);
        return
        [
            .. schemes
                .TakeWhile(_ => !cancellation.IsCancellationRequested)
                .Select(scheme => Run(scheme, order, control, cancellation)),
        ];
    }

    private static AuditRow Run(BenchScheme scheme, int order, ControlReport control, CancellationToken cancellation)
    {
        Workload workload = WorkloadCatalogue.Find(WorkloadName)!;
        int threads = Math.Max(2, Environment.ProcessorCount);
        WorkloadShape shape = workload.Fit(
            new WorkloadShape(new OrderRange(order), workload.DefaultFolios, workload.DefaultMms, threads,
                Math.Max(1, threads / 2), Seed),
            scheme.Scheme.SubIds);
        WorkloadPlan plan = new(workload, shape, scheme.Scheme, new TrackerSelection(scheme.Protocol),
            new TeamPlan(Length, Seed) { Affinity = Affinity.Spread(), Perturbation = s_kind });
        WorkloadResult result = new WorkloadRunner(plan, _ => { }, cancellation).Run();
        PerturbedTotals totals = new();
        totals.Add(s_kind.Name, result.Totals);
        Judgement judgement = Judgement.OfRun(plan.Scheme, totals, control, result.IsStuck);
        Misjudgements wrong = result.Totals.Misjudgements;
        return new AuditRow(
            scheme.Name,
            scheme.Protocol,
            order,
            threads,
            Math.Round(result.Totals.Seconds, 3),
            result.Totals.Sections,
            result.Totals.SnapshotsAudited,
            result.Totals.DecisionsAudited,
            wrong.FalseShared + wrong.FalseExclusive + wrong.WrongReuses,
            result.Totals.Violations,
            judgement.Verdict,
            judgement.Reason);
    }
}
