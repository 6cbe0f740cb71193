using System.Runtime.CompilerServices;
using Atomics;
using Tracker.Folios;

namespace Rivals;

/// <summary>
/// The words of <see cref="OwnerTracking{TMemory, TStamp}"/>, laid over a folio's line: the first value holds both
/// slots' IDs with the lock and shared bits, the second both slots' counts.
/// </summary>
/// <remarks>
/// The kernel's counts start at -1; these start at 0, so that preparing and freeing a folio treats them like any value.
/// The new IDs, the shared bit and the unlocking are one store: whoever reads the word without the lock sees a state
/// between sections.
/// </remarks>
internal readonly unsafe struct OwnerWords
{
    /// <summary>"Maybe mapped shared": the top bit of slot 1's ID (bit 63).</summary>
    public const long MaybeShared = 1L << 63;

    private const long Locked = 1L << 31;
    private const long IdMask = 0x7FFF_FFFF;
    private readonly FolioState* _state;

    public OwnerWords(FolioState* state) => _state = state;

    public int* MapcountMinusOne => &_state->MapcountMinusOne;

    public long* Ids => _state->Values;

    public int* Count(int slot) => (int*)(_state->Values + 1) + slot;

    public static int Id(long ids, int slot) => (int)((ids >>> (32 * slot)) & IdMask);

    public static long WithId(long ids, int slot, int id) =>
        (ids & ~(IdMask << (32 * slot))) | ((long)id << (32 * slot));

    /// <summary>Takes the bit lock.</summary>
    /// <returns>The word without the lock bit.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Lock<TMemory>() where TMemory : struct, IMemory
    {
        while (true)
        {
            long seen = TMemory.ReadPlain(ref *Ids); // [owner-guess] a guess at the comparand

            // Acquires the lock (full fence): the section stays behind it and sees the last one; pairs with
            // [owner-unlock].
            if ((seen & Locked) == 0 && TMemory.CompareExchange(ref *Ids, seen | Locked, seen) == seen) // [owner-lock]
            {
                return seen;
            }

            TMemory.Pause();
        }
    }

    /// <summary>Stores the new IDs and leaves the lock.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Unlock<TMemory>(long ids) where TMemory : struct, IMemory =>
        TMemory.WriteRelease(ref *Ids, ids); // [owner-unlock] the section comes first; pairs with [owner-lock]

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int AddToMapcount<TMemory>(int count) where TMemory : struct, IMemory
    {
        int mapcount = TMemory.ReadPlain(ref *MapcountMinusOne) + count; // [owner-mapcount] inside the lock
        TMemory.WritePlain(ref *MapcountMinusOne, mapcount); // [owner-mapcount]
        return mapcount + 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int AddToSlot<TMemory>(int slot, int count) where TMemory : struct, IMemory
    {
        int mapped = TMemory.ReadPlain(ref *Count(slot)) + count; // [owner-slot] inside the lock
        TMemory.WritePlain(ref *Count(slot), mapped); // [owner-slot]
        return mapped;
    }

    /// <summary>
    /// Frees a slot that counts nothing any more (or less than nothing: its MM had mappings from before it got the
    /// slot), and clears the shared bit if a slot holds every mapping that is left.
    /// </summary>
    /// <param name="ids">The word of the IDs.</param>
    /// <param name="slot">The slot to free, or -1 if the MM has none.</param>
    /// <param name="mapcount">Mappings left.</param>
    /// <returns>The new word of the IDs.</returns>
    public long Leave<TMemory>(long ids, int slot, int mapcount) where TMemory : struct, IMemory
    {
        if (slot >= 0)
        {
            TMemory.WritePlain(ref *Count(slot), 0); // [owner-slot]
            ids = WithId(ids, slot, 0);
        }

        // [owner-slot]
        bool one = TMemory.ReadPlain(ref *Count(0)) == mapcount || TMemory.ReadPlain(ref *Count(1)) == mapcount;
        return one ? ids & ~MaybeShared : ids;
    }
}
