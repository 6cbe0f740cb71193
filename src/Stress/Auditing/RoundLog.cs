namespace Stress.Auditing;

/// <summary>What one worker did and saw since the last audit. Written by its worker, read while every worker is parked.</summary>
internal sealed class RoundLog : IDisposable
{
    /// <summary>Makes an empty log.</summary>
    /// <param name="size">Room of each of its lists.</param>
    public RoundLog(RoundSize size)
    {
        Sections = new NativeList<SectionEntry>(size.Sections);
        Snapshots = new NativeList<SnapshotEntry>(size.Snapshots);
        Answers = new NativeList<AnswerEntry>(size.Answers);
        DeadIncarnations = new NativeList<int>(size.Births);
        DeadMms = new NativeList<int>(size.Births);
    }

    /// <summary>Write sections, in this worker's order.</summary>
    public NativeList<SectionEntry> Sections { get; }

    /// <summary>Accepted snapshots.</summary>
    public NativeList<SnapshotEntry> Snapshots { get; }

    /// <summary>Answers that can be proved wrong.</summary>
    public NativeList<AnswerEntry> Answers { get; }

    /// <summary>Incarnations that this worker ended.</summary>
    public NativeList<int> DeadIncarnations { get; }

    /// <summary>MMs whose last reference this worker dropped.</summary>
    public NativeList<int> DeadMms { get; }

    /// <summary>Whether another operation of any kind may not fit.</summary>
    public bool IsFull =>
        Sections.IsFull || Snapshots.IsFull || Answers.IsFull || DeadIncarnations.IsFull || DeadMms.IsFull;

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Sections.Clear();
        Snapshots.Clear();
        Answers.Clear();
        DeadIncarnations.Clear();
        DeadMms.Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Sections.Dispose();
        Snapshots.Dispose();
        Answers.Dispose();
        DeadIncarnations.Dispose();
        DeadMms.Dispose();
    }
}
