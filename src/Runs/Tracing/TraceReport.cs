using Runs.Tracing.Events;
using Runs.Tracing.Replay;

namespace Runs.Tracing;

/// <summary>
/// What one pass over a trace did: the last that was completed. Reuse and copies, and what follows from them, vary with
/// timing; the rest is the same in every pass.
/// </summary>
/// <param name="File">The trace.</param>
/// <param name="Events">Lines replayed.</param>
/// <param name="EventsPerSecond">Events per second of wall time, audits included, over all passes but the
/// first.</param>
/// <param name="LinesPerSecond">Lines read per second by one thread: decompressed, parsed, linked.</param>
/// <param name="Skipped">Lines that could not be used.</param>
/// <param name="SkippedLines">The same by reason, with the first line of each.</param>
/// <param name="LostEvents">Events that perf lost while recording, as far as the trace says so.</param>
/// <param name="Processes">Processes.</param>
/// <param name="Forks">Forks of processes, with a copy of the memory.</param>
/// <param name="Vforks">Processes made that share the memory until they run another program: vfork, posix_spawn, clone
/// with CLONE_VM.</param>
/// <param name="Threads">Threads made.</param>
/// <param name="Execs">Programs started.</param>
/// <param name="Exits">Exits of processes.</param>
/// <param name="Faults">Page faults.</param>
/// <param name="CowFaults">Copy-on-write faults: the sum of the next three.</param>
/// <param name="CowReused">Those whose folio was reused.</param>
/// <param name="CowCopied">Those for which a page was copied away from its folio.</param>
/// <param name="CowUntracked">Those on a page that belongs to no folio.</param>
/// <param name="Folios">Folios allocated.</param>
/// <param name="SmallPages">Write faults for which no folio fit.</param>
/// <param name="Unmaps">Batches unmapped, one write section each.</param>
/// <param name="MapsPeak">Most pages mapped at once through folios.</param>
public sealed record TraceReport(
    string File,
    long Events,
    double EventsPerSecond,
    double LinesPerSecond,
    int Skipped,
    IReadOnlyList<SkippedReport> SkippedLines,
    long LostEvents,
    long Processes,
    long Forks,
    long Vforks,
    long Threads,
    long Execs,
    long Exits,
    long Faults,
    long CowFaults,
    long CowReused,
    long CowCopied,
    long CowUntracked,
    long Folios,
    long SmallPages,
    long Unmaps,
    long MapsPeak)
{
    /// <summary>Folios allocated, by order; orders of which there was none are left out.</summary>
    public required IReadOnlyDictionary<int, long> FoliosByOrder { get; init; }

    /// <summary>Reports a workload's run; null if no pass was completed.</summary>
    public static TraceReport? Of(RecordedTrace trace, PassSummary summary) => summary.Last is not TracePass last
        ? null
        : new(
        trace.File,
        last.Counts.Events,
        Math.Round(summary.EventsPerSecond),
        Math.Round(trace.Lines / trace.ReadSeconds),
        trace.SkippedCount,
        [.. trace.Skipped.Select(each => new SkippedReport(each.Reason, each.Count, each.FirstLine))],
        trace.LostEvents,
        last.Counts.Processes,
        last.Counts.Forks,
        last.Counts.Vforks,
        last.Counts.Threads,
        last.Counts.Execs,
        last.Counts.Exits,
        last.Counts.Faults,
        last.Counts.CowFaults,
        last.Counts.CowReused,
        last.Counts.CowCopied,
        last.Counts.CowUntracked,
        last.Counts.Folios,
        last.Counts.SmallPages,
        last.Counts.Unmaps,
        last.MapsPeak)
        {
            FoliosByOrder = new SortedDictionary<int, long>(last.Counts.FoliosByOrder.Index()
                .Where(each => each.Item > 0).ToDictionary(each => each.Index, each => each.Item)),
        };
}
