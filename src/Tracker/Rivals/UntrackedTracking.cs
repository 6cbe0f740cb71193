using System.Runtime.CompilerServices;
using Atomics;
using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Tracking;

namespace Tracker.Rivals;

/// <summary>
/// Scheme <c>none</c>: the mapcount alone, the base line that every scheme's cost is measured from. It answers where the count
/// does (0, 1, above the page count), else "maybe shared".
/// </summary>
/// <typeparam name="TMemory">The memory operations.</typeparam>
public readonly unsafe struct UntrackedTracking<TMemory> : ITracking
    where TMemory : struct, IMemory
{
    /// <inheritdoc/>
    public int SequenceShift => 0;

    /// <inheritdoc/>
    public void Set(Folio folio, AddressSpace mm, int firstPage, int count) =>
        TMemory.WritePlain(ref folio.State->MapcountMinusOne, count - 1); // [set]

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Map(Folio folio, AddressSpace mm, int firstPage, int count)
    {
        ReferenceCount.Add<TMemory>(ref folio.State->References, count);
        TMemory.Add(ref folio.State->MapcountMinusOne, count); // [untracked-add] atomic: others map too
        return 0;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Unmap(Folio folio, AddressSpace mm, int firstPage, int count, out int referencesLeft)
    {
        TMemory.Add(ref folio.State->MapcountMinusOne, -count); // [untracked-add]
        referencesLeft = ReferenceCount.Put<TMemory>(ref folio.State->References, count);
        return 0;
    }

    /// <inheritdoc/>
    public ReadResult TryRead(Folio folio, out Snapshot snapshot)
    {
        snapshot = default;
        snapshot.Mapcount = TMemory.ReadAcquire(ref folio.State->MapcountMinusOne) + 1; // [untracked-read] one word: never torn
        return ReadResult.Accepted;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Decision Decide(Folio folio, AddressSpace mm, int maxTries)
    {
        int mapcount = TMemory.ReadAcquire(ref folio.State->MapcountMinusOne) + 1; // [untracked-read]
        Sharing answer = mapcount == 0 ? Sharing.Unmapped
            : mapcount == 1 ? Sharing.Exclusive
            : mapcount > folio.Pages ? Sharing.Shared
            : Sharing.MaybeShared;
        return new Decision(answer, Rechecked: false, 0, mapcount, 0);
    }

    /// <inheritdoc/>
    public Reuse CanReuse(Folio folio, AddressSpace mm)
    {
        Decision decision = Decide(folio, mm, 1);
        int references = TMemory.ReadAcquire(ref folio.State->References); // [untracked-read]
        ReuseAnswer answer = references != decision.Mapcount ? ReuseAnswer.OtherReferences
            : decision.Answer == Sharing.Exclusive ? ReuseAnswer.Reuse
            : ReuseAnswer.NotExclusive;
        return new Reuse(answer, 0);
    }
}
