using System.Runtime.CompilerServices;
using Atomics;
using Tracker;
using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Seqcount;
using Tracker.Tracking;

namespace Rivals;

/// <summary>
/// Scheme <c>rmap-id-split-line</c>: the tracker with its values on another cache line than the sequence and the
/// mapcount, as in the kernel, where they are in different struct pages. Shows what one line is worth.
/// </summary>
/// <typeparam name="TMemory">The memory operations.</typeparam>
/// <typeparam name="TSeqcount">The protocol.</typeparam>
/// <typeparam name="TRead">How readers order their reads.</typeparam>
public readonly unsafe struct SplitLineTracking<TMemory, TSeqcount, TRead> : ITracking, IDisposable
    where TMemory : struct, IMemory
    where TSeqcount : struct, ISeqcount
    where TRead : struct, ISnapshotRead
{
    private readonly byte* _lines;
    private readonly SplitLines _owner;

    /// <summary>Tracks with values on given lines, which are its own from here on.</summary>
    /// <param name="lines">One line for each folio of the arena.</param>
    public SplitLineTracking(SplitLines lines)
    {
        _owner = lines;
        _lines = _owner.Start;
    }

    /// <inheritdoc/>
    public SequenceFormat Format => TSeqcount.Format;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Word(Folio folio) => HardwareMemory.ReadAcquire(ref folio.State->Sequence);

    /// <inheritdoc/>
    public void PrepareBeside(Folio folio)
    {
        long* words = Values(folio);
        for (int value = 0; value < FolioShape.Read<TMemory>(folio).ValueCount; value++)
        {
            TMemory.WritePlain(ref words[value], 0); // [prepare]
        }
    }

    /// <inheritdoc/>
    public FolioDefect InspectBeside(Folio folio)
    {
        long* words = Values(folio);
        for (int value = 0; value < FolioShape.Read<TMemory>(folio).ValueCount; value++)
        {
            if (TMemory.ReadPlain(ref words[value]) != 0) // [inspect]
            {
                return FolioDefect.ValueLeft;
            }
        }

        return FolioDefect.None;
    }

    /// <inheritdoc/>
    public void Set(Folio folio, AddressSpace mm, int firstPage, int count)
    {
        FolioPublication.RefuseIfPublished(folio);
        long* words = Values(folio);
        long* subIds = mm.SubIdsFor<TMemory>(folio);
        TMemory.WritePlain(ref folio.State->MapcountMinusOne, count - 1); // [set]
        for (int value = 0; value < FolioShape.Read<TMemory>(folio).ValueCount; value++)
        {
            TMemory.WritePlain(ref words[value], TMemory.ReadPlain(ref subIds[value]) * count); // [set]
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Map(Folio folio, AddressSpace mm, int firstPage, int count)
    {
        ReferenceCount.Add<TMemory>(ref folio.State->References, count);
        return Apply(folio, mm.SubIdsFor<TMemory>(folio), count);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Unmap(Folio folio, AddressSpace mm, int firstPage, int count, out int referencesLeft)
    {
        long stamp = Apply(folio, mm.SubIdsFor<TMemory>(folio), -count);
        referencesLeft = ReferenceCount.Put<TMemory>(ref folio.State->References, count);
        return stamp;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadResult TryRead(Folio folio, out Snapshot snapshot)
    {
        FolioState* state = folio.State;
        long* sequence = &state->Sequence;
        long* words = Values(folio);
        Unsafe.SkipInit(out snapshot);
        long word = TRead.Begin<TMemory>(ref *sequence);
        snapshot.Word = word;
        if (!TRead.IsIdle(word, TSeqcount.Format.WritersMask))
        {
            return ReadResult.WriterInside;
        }

        snapshot.Mapcount = TRead.Read<TMemory>(ref *&state->MapcountMinusOne) + 1;
        int values = FolioShape.Read<TMemory>(folio).ValueCount;
        for (int value = 0; value < values; value++)
        {
            snapshot.Values[value] = TRead.Read<TMemory>(ref words[value]);
        }

        return TRead.MustRetry<TMemory>(ref *sequence, word) ? ReadResult.Changed : ReadResult.Accepted;
    }

    /// <inheritdoc/>
    public Decision Decide(Folio folio, AddressSpace mm, int maxTries)
    {
        Snapshot snapshot = default;
        for (int retries = 0; retries < maxTries; retries++)
        {
            if (TryRead(folio, out snapshot) == ReadResult.Accepted)
            {
                return new Decision(Judge(folio, mm, in snapshot), Rechecked: true, snapshot.Word,
                    snapshot.Mapcount, retries);
            }

            TMemory.Pause();
        }

        return new Decision(Sharing.MaybeShared, Rechecked: false, snapshot.Word, snapshot.Mapcount, maxTries);
    }

    /// <inheritdoc/>
    public Reuse CanReuse(Folio folio, AddressSpace mm)
    {
        ReadResult result = TryRead(folio, out Snapshot snapshot);
        if (result != ReadResult.Accepted)
        {
            return new Reuse(result == ReadResult.Changed
                ? ReuseAnswer.Changed
                : ReuseAnswer.WriterInside, snapshot.Word);
        }

        // Between the snapshot and a second recheck, so that it belongs to the same state; see [reuse-references].
        int references = TMemory.ReadAcquire(ref folio.State->References); // [split-references]
        ReuseAnswer answer = references != snapshot.Mapcount ? ReuseAnswer.OtherReferences
            : Judge(folio, mm, in snapshot) != Sharing.Exclusive ? ReuseAnswer.NotExclusive
            : TRead.MustRetry<TMemory>(ref folio.State->Sequence, snapshot.Word) ? ReuseAnswer.Changed
            : ReuseAnswer.Reuse;
        return new Reuse(answer, snapshot.Word);
    }

    /// <inheritdoc/>
    public void Dispose() => _owner.Dispose();

    private static Sharing Judge(Folio folio, AddressSpace mm, in Snapshot snapshot)
    {
        if (snapshot.Mapcount == 0)
        {
            return Sharing.Unmapped;
        }

        long* subIds = mm.SubIdsFor<TMemory>(folio);
        long difference = 0;
        for (int value = 0; value < FolioShape.Read<TMemory>(folio).ValueCount; value++)
        {
            difference |= snapshot.Values[value] ^ (TMemory.ReadPlain(ref subIds[value]) * snapshot.Mapcount);
        }

        return snapshot.Mapcount <= folio.Pages && difference == 0 ? Sharing.Exclusive : Sharing.Shared;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long* Values(Folio folio) => (long*)(_lines + ((long)folio.Index * NativeBlock.AlignmentBytes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long Apply(Folio folio, long* subIds, int count)
    {
        FolioState* state = folio.State;
        long* words = Values(folio);
        int values = FolioShape.Read<TMemory>(folio).ValueCount;
        bool alone = TSeqcount.WriteBegin<TMemory>(ref *&state->Sequence);
        if (alone)
        {
            int* mapcount = &state->MapcountMinusOne;
            TMemory.WritePlain(ref *mapcount, TMemory.ReadPlain(ref *mapcount) + count); // [alone-mapcount]
            for (int value = 0; value < values; value++)
            {
                long subId = TMemory.ReadPlain(ref subIds[value]); // [sub-id]
                long* word = words + value;
                TMemory.WritePlain(ref *word, TMemory.ReadPlain(ref *word) + (subId * count)); // [alone-value]
            }
        }
        else
        {
            TMemory.Add(ref *&state->MapcountMinusOne, count); // [shared-mapcount]
            for (int value = 0; value < values; value++)
            {
                TMemory.Add(ref words[value], TMemory.ReadPlain(ref subIds[value]) * count); // [shared-value]
            }
        }

        return TSeqcount.WriteEnd<TMemory>(ref *&state->Sequence, alone);
    }
}
