using System.Runtime.CompilerServices;
using Atomics;
using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Tracking;

namespace Tracker.Rivals;

/// <summary>
/// Scheme <c>estimate</c>: the guess of patch 03. The mapcount, and the mapcount of the first page, which stands for all: mapped
/// more than once means shared. No stamps; the folio's first value counts the first page.
/// </summary>
/// <typeparam name="TMemory">The memory operations.</typeparam>
public readonly unsafe struct EstimateTracking<TMemory> : ITracking
    where TMemory : struct, IMemory
{
    /// <inheritdoc/>
    public int SequenceShift => 0;

    /// <inheritdoc/>
    public void Set(Folio folio, AddressSpace mm, int firstPage, int count)
    {
        TMemory.WritePlain(ref folio.State->MapcountMinusOne, count - 1); // [set]
        TMemory.WritePlain(ref folio.State->Values[0], firstPage == 0 ? 1 : 0); // [set]
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Map(Folio folio, AddressSpace mm, int firstPage, int count)
    {
        ReferenceCount.Add<TMemory>(ref folio.State->References, count);
        Add(folio.State, firstPage, count, 1);
        return 0;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Unmap(Folio folio, AddressSpace mm, int firstPage, int count, out int referencesLeft)
    {
        Add(folio.State, firstPage, -count, -1);
        referencesLeft = ReferenceCount.Put<TMemory>(ref folio.State->References, count);
        return 0;
    }

    /// <inheritdoc/>
    public ReadResult TryRead(Folio folio, out Snapshot snapshot)
    {
        snapshot = default;
        snapshot.Mapcount = TMemory.ReadAcquire(ref folio.State->MapcountMinusOne) + 1; // [estimate-read] one word: never torn
        return ReadResult.Accepted;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Decision Decide(Folio folio, AddressSpace mm, int maxTries)
    {
        int mapcount = TMemory.ReadAcquire(ref folio.State->MapcountMinusOne) + 1; // [estimate-read]
        long first = TMemory.ReadAcquire(ref folio.State->Values[0]); // [estimate-read]
        Sharing answer = mapcount == 0 ? Sharing.Unmapped
            : mapcount > 1 && (mapcount > folio.Pages || first > 1) ? Sharing.Shared
            : Sharing.Exclusive;
        return new Decision(answer, Rechecked: false, 0, mapcount, 0);
    }

    /// <inheritdoc/>
    public Reuse CanReuse(Folio folio, AddressSpace mm)
    {
        Decision decision = Decide(folio, mm, 1);
        int references = TMemory.ReadAcquire(ref folio.State->References); // [estimate-read]
        ReuseAnswer answer = references != decision.Mapcount ? ReuseAnswer.OtherReferences
            : decision.Answer == Sharing.Exclusive ? ReuseAnswer.Reuse
            : ReuseAnswer.NotExclusive;
        return new Reuse(answer, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(FolioState* state, int firstPage, int count, int first)
    {
        TMemory.Add(ref *&state->MapcountMinusOne, count); // [estimate-add] atomic: others map too; orders nothing that is needed
        if (firstPage == 0)
        {
            long* firstMapcount = state->Values;
            TMemory.Add(ref *firstMapcount, first); // [estimate-add]
        }
    }
}
