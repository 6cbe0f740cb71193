namespace Stress.Tracing.Replay;

/// <summary>What is replayed.</summary>
/// <param name="Trace">The trace.</param>
/// <param name="Order">Order of every folio, 2 to 15.</param>
/// <param name="IdsOut">How many rmap IDs are handed out.</param>
internal sealed record ReplayPlan(RecordedTrace Trace, int Order, Func<int> IdsOut)
{
    /// <summary>
    /// Folios are not made beyond this: 2^20 states are 128 MiB. What would need more gets small pages, which are counted.
    /// </summary>
    private const int MaxFolios = 1 << 20;

    /// <summary>Folios that a trace can have at once, with those that readers keep from being freed.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="readers">Readers, which hold one folio each.</param>
    public static int FoliosFor(RecordedTrace trace, int readers) =>
        Math.Min(trace.CountOf(TraceEventKind.WriteFault), MaxFolios) + readers + 1;

    /// <summary>MMs that a trace can have at once, with those that readers keep from being freed.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="readers">Readers, which hold one MM each.</param>
    public static int MmsFor(RecordedTrace trace, int readers) => trace.Processes.Count + readers + 1;
}
