using Stress.Tracing.Parsing;

namespace Stress.Tracing;

/// <summary>A recorded trace in memory: read once, replayed many times, never changed.</summary>
/// <param name="File">Name to report.</param>
/// <param name="Lines">Lines in all.</param>
/// <param name="Processes">The processes, parents before their children.</param>
/// <param name="Skipped">The lines that cannot be used, by reason.</param>
internal sealed record RecordedTrace(
    string File,
    int Lines,
    IReadOnlyList<TraceProcess> Processes,
    IReadOnlyList<SkippedLines> Skipped)
{
    /// <summary>Lines that cannot be used.</summary>
    public int SkippedCount { get; } = Skipped.Sum(each => each.Count);

    /// <summary>Events: the lines that are used.</summary>
    public int Events => Lines - SkippedCount;

    /// <summary>Events of one kind.</summary>
    public int CountOf(TraceEventKind kind) => Processes.Sum(process => process.Events.Count(each => each.Kind == kind));
}
