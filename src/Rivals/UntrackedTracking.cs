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
/// Scheme <c>none</c>: the mapcount alone, the base line that every scheme's cost is measured from. It answers where
/// the count does (0, 1, above the page count), else "maybe shared".
/// </summary>
/// <remarks>It needs no seqcount: a numbered one is there for an audit alone, and no answer waits for it.</remarks>
/// <typeparam name="TMemory">The memory operations.</typeparam>
/// <typeparam name="TSeqcount">What numbers the sections; <see cref="Unnumbered"/> for the scheme by
/// itself.</typeparam>
public readonly unsafe struct UntrackedTracking<TMemory, TSeqcount> : ITracking
    where TMemory : struct, IMemory
    where TSeqcount : struct, ISeqcount
{
    /// <inheritdoc/>
    public SequenceFormat Format => TSeqcount.Format;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Word(Folio folio) => HardwareMemory.ReadAcquire(ref folio.State->Sequence);

    /// <inheritdoc/>
    public void Set(Folio folio, AddressSpace mm, int firstPage, int count)
    {
        FolioPublication.RefuseIfPublished(folio);
        TMemory.WritePlain(ref folio.State->MapcountMinusOne, count - 1); // [set]
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Map(Folio folio, AddressSpace mm, int firstPage, int count)
    {
        ReferenceCount.Add<TMemory>(ref folio.State->References, count);
        return Add(folio, count);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Unmap(Folio folio, AddressSpace mm, int firstPage, int count, out int referencesLeft)
    {
        long stamp = Add(folio, -count);
        referencesLeft = ReferenceCount.Put<TMemory>(ref folio.State->References, count);
        return stamp;
    }

    /// <inheritdoc/>
    public ReadResult TryRead(Folio folio, out Snapshot snapshot) =>
        MapcountReader<TMemory, TSeqcount>.TryRead(folio, out snapshot);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Decision Decide(Folio folio, AddressSpace mm, int maxTries)
    {
        long word = QuietLook<TMemory, TSeqcount>.Begin(folio.State);
        int mapcount = TMemory.ReadAcquire(ref folio.State->MapcountMinusOne) + 1; // [untracked-read]
        Sharing answer = mapcount == 0 ? Sharing.Unmapped
            : mapcount == 1 ? Sharing.Exclusive
            : mapcount > folio.Pages ? Sharing.Shared
            : Sharing.MaybeShared;
        return new Decision(answer, QuietLook<TMemory, TSeqcount>.WasQuiet(folio.State, word), word, mapcount, 0);
    }

    /// <inheritdoc/>
    public Reuse CanReuse(Folio folio, AddressSpace mm) =>
        MapcountReader<TMemory, TSeqcount>.CanReuse(folio, Decide(folio, mm, 1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Add(Folio folio, int count)
    {
        FolioState* state = folio.State;
        bool alone = TSeqcount.WriteBegin<TMemory>(ref *&state->Sequence);
        TMemory.Add(ref *&state->MapcountMinusOne, count); // [untracked-add] atomic: others map too
        return TSeqcount.WriteEnd<TMemory>(ref *&state->Sequence, alone);
    }
}
