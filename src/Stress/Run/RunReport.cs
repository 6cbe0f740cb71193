using System.Text.Json.Serialization;
using Exploration;
using Runs.Journal;
using Runs.Judging;
using Runs.Reports;
using Runs.Totals;
using Runs.Tracing;
using Stress.CommandLine;
using Stress.Litmus;
using Stress.Reporting;

namespace Stress.Run;

/// <summary>The JSON of <c>run</c>.</summary>
/// <param name="Head">The command that made it.</param>
internal sealed record RunReport(ReportHead Head) : VerbReport(Head)
{
    /// <summary>The control run; null when a canary itself was run, or without an audit.</summary>
    public ControlReport? Control { get; init; }

    /// <summary>What this machine can show: the canaries that were tried before the run.</summary>
    public IReadOnlyList<CalibrationEntry> Calibration { get; init; } = [];

    /// <summary>Why the verdict is what it is, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>What was done and seen, over all workloads.</summary>
    public required TotalsReport Totals { get; init; }

    /// <summary>Rates per second of wall time, audit included.</summary>
    public required RatesReport Rates { get; init; }

    /// <summary>Retries of accepted snapshots.</summary>
    public required RetriesReport ReaderRetries { get; init; }

    /// <summary>Time of write sections in nanoseconds, waits included; a sample.</summary>
    public required WaitReport WriterWait { get; init; }

    /// <summary>
    /// The same figures under each kind of perturbation: <c>bare</c>, <c>light</c>, <c>heavy</c>, <c>longHold</c>.
    /// </summary>
    public IReadOnlyDictionary<string, PerturbationReport> ByPerturbation { get; init; } =
        new Dictionary<string, PerturbationReport>();

    /// <summary>The first violations.</summary>
    public required IReadOnlyList<ViolationReport> Violations { get; init; }

    /// <summary>How many times the trace was replayed as a whole, if there was one.</summary>
    public int? Passes { get; init; }

    /// <summary>What a pass over the trace did, if there was one.</summary>
    public TraceReport? Trace { get; init; }

    /// <summary>What a litmus test showed, if it was one.</summary>
    public LitmusSweep? Litmus { get; init; }

    /// <summary>Each workload by itself.</summary>
    public required IReadOnlyList<WorkloadReport> Workloads { get; init; }

    /// <summary>
    /// The cycles of this session, in each of which every workload had a turn; one where there is one workload.
    /// </summary>
    public IReadOnlyList<CycleReport> Cycles { get; init; } = [];

    /// <summary>The earlier sessions whose figures are in the sums; null for a run of its own.</summary>
    public ResumedReport? ResumedFrom { get; init; }

    /// <summary>The command that runs this again.</summary>
    public required string Replay { get; init; }

    /// <summary>The report of a sweep of instances: what it showed, and none of the tracker's figures.</summary>
    /// <param name="head">The command that made it.</param>
    /// <param name="session">Control and judgement.</param>
    /// <param name="seen">What real threads showed.</param>
    /// <param name="replay">The command that runs this again.</param>
    /// <param name="found">Number of violations.</param>
    /// <param name="violations">The violations to show.</param>
    public static RunReport OfSweep(ReportHead head, LitmusSession session, LitmusSweep seen, string replay, long found,
        IReadOnlyList<ViolationReport> violations)
    {
        PerturbationReport none = PerturbationReport.Of(new RunTotals());
        return new RunReport(head)
        {
            Verdict = session.Verdict,
            Reason = session.Reason,
            Control = new ControlReport(
                WorkloadName.LitmusPrefix + session.Control.Test,
                session.Control.Count(OutcomeGrade.Interesting),
                session.Control.Seconds),
            Totals = none.Totals with { Violations = found },
            Rates = none.Rates,
            ReaderRetries = none.ReaderRetries,
            WriterWait = none.WriterWait,
            Violations = violations,
            Workloads = [],
            Litmus = seen,
            Replay = replay,
        };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Check> Checks() =>
    [
        new Check(Litmus?.Test ?? string.Join(", ", Workloads.Select(each => each.Name)), Verdict, Reason, Seconds)
        {
            Findings =
            [
                .. Violations.Select(each => new Finding(
                    $"run/{each.Kind}",
                    $"{each.Workload}, {each.Perturbation}: expected {each.Expected}; observed {each.Observed}; again: "
                    + $"{Replay}")),
            ],
        },
    ];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RunReport))]
internal sealed partial class RunReportJson : JsonSerializerContext;
