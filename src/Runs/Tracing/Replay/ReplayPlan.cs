using Runs.Tracing.Events;
using Runs.Workloads;

namespace Runs.Tracing.Replay;

/// <summary>What is replayed.</summary>
/// <param name="Trace">The trace.</param>
/// <param name="Orders">Orders of the folios: the largest that fits is taken.</param>
/// <param name="Workers">Workers that simulate processes.</param>
public sealed record ReplayPlan(RecordedTrace Trace, OrderRange Orders, int Workers)
{
    /// <summary>
    /// Folios are not made beyond this: 2^20 states are 128 MiB. What would need more gets small pages, which are
    /// counted.
    /// </summary>
    private const int MaxFolios = 1 << 20;

    /// <summary>Folios that a trace can have at once.</summary>
    public static int FoliosFor(RecordedTrace trace) =>
        Math.Clamp(trace.CountOf(TraceEventKind.WriteFault), 1, MaxFolios);

    /// <summary>MMs that a trace can have at once.</summary>
    public static int MmsFor(RecordedTrace trace) => trace.Processes.Count;
}
