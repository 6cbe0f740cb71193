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
    /// <summary>Events by kind.</summary>
    private readonly int[] _counts = Count(Processes);

    /// <summary>Time that reading took, in seconds: decompressing, parsing, linking.</summary>
    public double ReadSeconds { get; init; }

    /// <summary>Events that perf lost while recording, as far as the trace says so.</summary>
    public long LostEvents { get; init; }

    /// <summary>Lines that cannot be used.</summary>
    public int SkippedCount { get; } = Skipped.Sum(each => each.Count);

    /// <summary>Events: the lines that are used.</summary>
    public int Events => Lines - SkippedCount;

    /// <summary>Processes forked.</summary>
    public int Forks => CountOf(TraceEventKind.Fork);

    /// <summary>Processes that exit.</summary>
    public int Exits => CountOf(TraceEventKind.Exit);

    /// <summary>Copy-on-write faults.</summary>
    public int CowFaults => CountOf(TraceEventKind.CopyOnWriteFault);

    /// <summary>Events of one kind.</summary>
    public int CountOf(TraceEventKind kind) => _counts[(int)kind];

    private static int[] Count(IReadOnlyList<TraceProcess> processes)
    {
        int[] counts = new int[Enum.GetValues<TraceEventKind>().Length];
        foreach (TraceProcess process in processes)
        {
            foreach (ref readonly TraceEvent each in process.Events.AsSpan())
            {
                counts[(int)each.Kind]++;
            }
        }

        return counts;
    }
}
