using Harness;
using Harness.Teams;
using Rivals;
using Runs.Totals;
using Runs.Tracing;
using Runs.Tracing.Events;
using Runs.Workloads;
using Scenarios.Selection;

namespace Runs.Judging;

/// <summary>What a run concludes: a pass only if it could have failed.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record Judgement(Verdict Verdict, string Reason)
{
    /// <summary>Judges a run of the correct tracker.</summary>
    /// <param name="scheme">What was run.</param>
    /// <param name="totals">What was done and seen.</param>
    /// <param name="control">The control run; null without an audit.</param>
    /// <param name="isStuck">Whether a thread did not come back.</param>
    public static Judgement OfRun(Scheme scheme, PerturbedTotals totals, ControlReport? control, bool isStuck) =>
        totals.Sum switch
        {
            { Violations: > 0 } => new(Verdict.Violation, "what was seen contradicts the sections logged"),
            _ when isStuck =>
                new(Verdict.Inconclusive, "a thread kept the others waiting for longer than --wait-limit"),
            _ when control is null => new(Verdict.Inconclusive, "nothing was audited"),
            _ when control.Missed is string kind => new(
                Verdict.Inconclusive,
                $"the audit did not find the canary {control.Canary} on this machine{Where(kind)}{Remedy(kind)}"),
            _ when Lacking(totals, part => part.SnapshotsAccepted) is string kind => new(
                Verdict.Inconclusive, $"no snapshot was accepted{Where(kind)}"),
            _ when Lacking(totals, part => part.SnapshotsOverlapped) is string kind => new(
                Verdict.Inconclusive, $"no reader met a writer{Where(kind)}{Remedy(kind)}"),
            { SnapshotsAudited: long audited, SnapshotsAccepted: long accepted } when audited != accepted =>
                new(Verdict.Inconclusive, "some accepted snapshots were not audited"),
            _ when scheme.Precision != Precision.Exact => new(
                Verdict.Pass,
                $"every accepted snapshot is the sum of the sections before it; what {scheme.Name} may get wrong is "
                + "counted"),
            _ => new(Verdict.Pass, "every accepted snapshot and every answer is the sum of the sections before it"),
        };

    /// <summary>Whether readers ran, and never while a writer did.</summary>
    /// <param name="totals">What was done and seen.</param>
    public static bool NobodyMet(RunTotals totals) =>
        totals.SnapshotsAccepted > 0 && totals.SnapshotsOverlapped == 0;

    /// <summary>Says what a pass could have seen.</summary>
    /// <param name="calibration">What this machine showed; null if that was not tried.</param>
    public Judgement Stating(Calibration? calibration) =>
        calibration is null || Verdict != Verdict.Pass ? this : this with { Reason = $"{Reason}; {calibration}" };

    /// <summary>
    /// Says what a recording lacks: events that perf lost were not replayed, and without folios there is nothing to
    /// look at.
    /// </summary>
    /// <param name="workload">A workload of the run.</param>
    /// <param name="orders">Orders of its folios.</param>
    public Judgement Noting(TraceWorkload workload, OrderRange orders)
    {
        RecordedTrace trace = workload.Trace;
        string folios = workload.WhyNoFolio(orders) is string why
            ? $"; no folio came about from {trace.File}: {why}"
            : "";
        string lost = trace.LostEvents > 0 ? $"; the recording of {trace.File} lost {trace.LostEvents} events" : "";
        return this with { Reason = $"{Reason}{folios}{lost}" };
    }

    /// <summary>
    /// The first kind of perturbation under which something never happened; empty if nothing ran; null if all is well.
    /// </summary>
    private static string? Lacking(PerturbedTotals totals, Func<RunTotals, long> figure) =>
        totals.Parts.Count == 0 ? "" : totals.Parts.FirstOrDefault(part => figure(part.Totals) == 0).Kind;

    private static string Where(string kind) => kind switch
    {
        "" => "",
        _ when kind == Perturbation.Bare.Name => " on the bare hardware",
        _ => $" under perturbation {kind}",
    };

    /// <summary>
    /// On one processor, threads meet only where the scheduler happens to take it from one inside of a section. Where
    /// others keep the processors busy, a short run may have one for itself, too.
    /// </summary>
    private static string Remedy(string kind) => Environment.ProcessorCount > 1
        ? ": other processes may have left its threads one processor, or --affinity has; a longer --time-budget helps"
        : kind == Perturbation.Bare.Name
            ? ", which on one processor hardly ever happens: --perturb light makes it happen"
            : "";

    /// <summary>Judges a run of a canary.</summary>
    public static Judgement OfCanary(RunTotals totals, string canary) => totals.Violations > 0
        ? new(Verdict.Violation, $"the canary {canary} was found, as it must be")
        : new(Verdict.Inconclusive, $"the canary {canary} was not found");
}
