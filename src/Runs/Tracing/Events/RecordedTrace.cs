namespace Runs.Tracing.Events;

/// <summary>A recorded trace in memory: read once, replayed many times, never changed.</summary>
/// <param name="File">Name to report.</param>
/// <param name="Lines">Lines in all.</param>
/// <param name="Processes">The processes, parents before their children.</param>
/// <param name="Skipped">The lines that cannot be used, by reason.</param>
public sealed record RecordedTrace(
    string File,
    int Lines,
    IReadOnlyList<TraceProcess> Processes,
    IReadOnlyList<SkippedLines> Skipped)
{
    /// <summary>Time that reading took, in seconds: decompressing, parsing, linking.</summary>
    public double ReadSeconds { get; init; }

    /// <summary>Events that perf lost while recording, as far as the trace says so.</summary>
    public long LostEvents { get; init; }

    /// <summary>Lines that cannot be used.</summary>
    public int SkippedCount { get; } = Skipped.Sum(each => each.Count);

    /// <summary>Events: the lines that are used.</summary>
    public int Events => Lines - SkippedCount;

    /// <summary>Processes forked.</summary>
    public int Forks { get; } = Count(Processes, TraceEventKind.Fork);

    /// <summary>Processes that exit.</summary>
    public int Exits { get; } = Count(Processes, TraceEventKind.Exit);

    /// <summary>Copy-on-write faults.</summary>
    public int CowFaults { get; } = Count(Processes, TraceEventKind.CopyOnWriteFault);

    /// <summary>Events of one kind.</summary>
    public int CountOf(TraceEventKind kind) => Count(Processes, kind);

    private static int Count(IEnumerable<TraceProcess> processes, TraceEventKind kind) =>
        processes.Sum(process => process.Events.Count(each => each.Kind == kind));
}
