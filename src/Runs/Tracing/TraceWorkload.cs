using Runs.Totals;
using Runs.Tracing.Events;
using Runs.Tracing.Parsing;
using Runs.Tracing.Replay;
using Runs.Workloads;
using Tracker.Tracking;

namespace Runs.Tracing;

/// <summary>
/// Workload <c>trace:FILE</c>: the processes of a recorded trace, replayed until the time is up, at least once.
/// </summary>
/// <param name="trace">The trace.</param>
/// <param name="cancellation">Ends also the first pass early.</param>
public sealed class TraceWorkload(RecordedTrace trace, CancellationToken cancellation) : Workload
{
    /// <summary>The trace that is part of the executable: of the three recorded ones the one with most reuse.</summary>
    private const string EmbeddedTrace = "redis-bgsave.txt.gz";

    /// <summary>What the workers of a run share: the stage they are made for, and the replay.</summary>
    private (object Stage, object Replay)? _shared;

    /// <inheritdoc/>
    public override string Name => $"trace:{trace.File}";

    /// <inheritdoc/>
    public override string Description => "The processes of a recorded trace: faults, forks, copy on write, exits.";

    /// <inheritdoc/>
    public override int DefaultOrder => 4;

    /// <inheritdoc/>
    public override int DefaultFolios { get; } = ReplayPlan.FoliosFor(trace);

    /// <inheritdoc/>
    public override int DefaultMms { get; } = ReplayPlan.MmsFor(trace);

    /// <summary>The trace.</summary>
    public RecordedTrace Trace => trace;

    /// <summary>What the passes of the last run did; null before the first.</summary>
    public PassSummary? Summary { get; private set; }

    /// <summary>Why no folio came about in the last pass; null if one did, or if no pass was completed.</summary>
    /// <param name="orders">Orders of the folios.</param>
    public string? WhyNoFolio(OrderRange orders)
    {
        int writes = trace.CountOf(TraceEventKind.WriteFault);
        return Summary?.Last is not { Counts.Folios: 0 } ? null
            : writes == 0 ? "it has no write fault on a page that is not present"
            : trace.CountOf(TraceEventKind.MapPrivate) + trace.CountOf(TraceEventKind.HeapEnd) == 0
                ? "it has no private area, neither of mmap nor of brk"
            : $"no private area around any of its {writes} write faults holds a folio of order {orders.Least}";
    }

    /// <summary>The workload that replays a file.</summary>
    /// <exception cref="InputException">The file cannot be read, or is no trace.</exception>
    public static TraceWorkload Of(string path, CancellationToken cancellation) =>
        new(TraceFile.Load(path), cancellation);

    /// <summary>The workload that replays the embedded trace.</summary>
    public static TraceWorkload Embedded(CancellationToken cancellation)
    {
        using Stream stream = typeof(TraceWorkload).Assembly.GetManifestResourceStream(EmbeddedTrace)
            ?? throw new InvalidOperationException($"{EmbeddedTrace} is not embedded.");
        return new TraceWorkload(TraceFile.Load(EmbeddedTrace, stream), cancellation);
    }

    /// <summary>A pass has the sections that it has, and whichever writer is free does them.</summary>
    public override bool IsDivisible => false;

    /// <inheritdoc/>
    public override int FolioCapacity(WorkloadShape shape) => shape.Folios + shape.Readers;

    /// <inheritdoc/>
    public override int MmCapacity(WorkloadShape shape) => ReplayPlan.MmsFor(trace) + shape.Readers;

    /// <summary>The processes have page tables instead, for what they map.</summary>
    public override long TableEntries(WorkloadShape shape) => 0;

    /// <inheritdoc/>
    public override CountedRole CreateWriter<TTracking>(Stage<TTracking> stage, int writer) =>
        new TraceWriter<TTracking>(stage, writer, ReplayOf(stage), cancellation);

    /// <inheritdoc/>
    public override CountedRole CreateReader<TTracking>(Stage<TTracking> stage, int reader) =>
        new TraceReader<TTracking>(stage, stage.Shape.Writers + reader, ReplayOf(stage));

    private TraceReplay<TTracking> ReplayOf<TTracking>(Stage<TTracking> stage)
        where TTracking : struct, ITracking
    {
        if (_shared is not { } shared || !ReferenceEquals(shared.Stage, stage))
        {
            TraceReplay<TTracking> made =
                new(stage.World, new ReplayPlan(trace, stage.Shape.Orders, stage.Shape.Writers));
            Summary = made.Summary;
            shared = (stage, made);
            _shared = shared;
        }

        return (TraceReplay<TTracking>)shared.Replay;
    }
}
