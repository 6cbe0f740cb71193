using System.Runtime.CompilerServices;

namespace Runs.Auditing;

/// <summary>
/// What one worker did and saw since the last audit. Written by its worker, read while every worker is parked. Already
/// split into the parts of the audit, so that no part has to look through what belongs to the others.
/// </summary>
public sealed unsafe class RoundLog : IDisposable
{
    /// <summary>
    /// A part has at least this share of the whole room: on one folio, everything belongs to one part.
    /// </summary>
    private const int LeastShare = 2;

    private const int LeastRoom = 1 << 10;
    private readonly NativeList<SectionEntry>[] _sections;
    private readonly NativeList<SnapshotEntry>[] _snapshots;
    private readonly NativeList<AnswerEntry>[] _answers;
    private readonly int _partMask;

    /// <summary>Makes an empty log.</summary>
    /// <param name="size">Room of each of its lists.</param>
    /// <param name="parts">Parts of the audit, a power of two.</param>
    public RoundLog(RoundSize size, int parts)
    {
        _partMask = parts - 1;
        _sections = MakeParts<SectionEntry>(size.Sections, parts);
        _snapshots = MakeParts<SnapshotEntry>(size.Snapshots, parts);
        _answers = MakeParts<AnswerEntry>(size.Answers, parts);
        DeadIncarnations = new NativeList<int>(size.Births);
        DeadMms = new NativeList<int>(size.Births);
    }

    /// <summary>Incarnations that this worker ended.</summary>
    public NativeList<int> DeadIncarnations { get; }

    /// <summary>MMs whose last reference this worker dropped.</summary>
    public NativeList<int> DeadMms { get; }

    /// <summary>Whether another operation may not fit.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Write sections on the folios of a part, in this worker's order.</summary>
    public ReadOnlySpan<SectionEntry> Sections(int part) => _sections[part].Items;

    /// <summary>Accepted snapshots of the folios of a part, equal ones in a row as one.</summary>
    public ReadOnlySpan<SnapshotEntry> Snapshots(int part) => _snapshots[part].Items;

    /// <summary>Answers about the folios of a part that can be proved wrong.</summary>
    public ReadOnlySpan<AnswerEntry> Answers(int part) => _answers[part].Items;

    /// <summary>Adds a section, whose fields the caller sets.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public SectionEntry* AddSection(int incarnation) => AddTo(_sections[incarnation & _partMask]);

    /// <summary>
    /// Room for the next snapshot of a folio. What is written there counts once <see cref="AddSnapshot"/> is called.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public SnapshotEntry* NextSnapshot(int incarnation) => _snapshots[incarnation & _partMask].Next;

    /// <summary>
    /// Adds the snapshot that the caller has written to <see cref="NextSnapshot"/>, with its folio. If it is the one
    /// before once more, that one counts it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddSnapshot(int incarnation)
    {
        NativeList<SnapshotEntry> list = _snapshots[incarnation & _partMask];
        SnapshotEntry* added = list.Next;
        if (!list.IsEmpty && SnapshotEntry.AreSame(added - 1, added) && added[-1].Times < int.MaxValue)
        {
            added[-1].Times++;
        }
        else
        {
            added->Times = 1;
            AddTo(list);
        }
    }

    /// <summary>Adds an answer, whose fields the caller sets.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public AnswerEntry* AddAnswer(int incarnation) => AddTo(_answers[incarnation & _partMask]);

    /// <summary>Adds an incarnation that this worker ended.</summary>
    public void AddDeadIncarnation(int incarnation) => *AddTo(DeadIncarnations) = incarnation;

    /// <summary>Adds an MM whose last reference this worker dropped.</summary>
    public void AddDeadMm(int mm) => *AddTo(DeadMms) = mm;

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        for (int part = 0; part <= _partMask; part++)
        {
            _sections[part].Clear();
            _snapshots[part].Clear();
            _answers[part].Clear();
        }

        DeadIncarnations.Clear();
        DeadMms.Clear();
        IsFull = false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        for (int part = 0; part <= _partMask; part++)
        {
            _sections[part].Dispose();
            _snapshots[part].Dispose();
            _answers[part].Dispose();
        }

        DeadIncarnations.Dispose();
        DeadMms.Dispose();
    }

    private static NativeList<T>[] MakeParts<T>(int room, int parts)
        where T : unmanaged
    {
        int share = Math.Min(room, Math.Max(LeastRoom, LeastShare * room / parts));
        return [.. Enumerable.Range(0, parts).Select(_ => new NativeList<T>(share))];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T* AddTo<T>(NativeList<T> list)
        where T : unmanaged
    {
        T* entry = list.Add();
        if (list.IsFull)
        {
            IsFull = true;
        }

        return entry;
    }
}
