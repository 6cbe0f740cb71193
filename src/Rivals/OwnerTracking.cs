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
/// Scheme <c>owner-tracking</c>: what Linux 6.15 does instead. Two slots hold the MMs that map the folio and how often;
/// one bit says "maybe mapped shared", another locks. One atomic operation per update.
/// </summary>
/// <remarks>
/// Never falsely exclusive: a slot never counts more than its MM maps, and while the bit is clear at most one slot is
/// used, so a second MM finds a slot and sets it. Falsely shared, until the folio is unmapped or one slot holds
/// everything again, when three MMs have met and the one left over found no slot. Asked about MMs that map the folio
/// only, as the kernel does. Unlike the kernel a folio with one mapping may be reused: its copying is policy, not a
/// matter of knowing.
/// </remarks>
/// <typeparam name="TMemory">The memory operations.</typeparam>
/// <typeparam name="TStamp">Whether sections are numbered.</typeparam>
public readonly unsafe struct OwnerTracking<TMemory, TStamp> : ITracking
    where TMemory : struct, IMemory
    where TStamp : struct, IStampMode
{
    /// <inheritdoc/>
    public SequenceFormat Format => LockedStamp.Format with { Shift = TStamp.IsStamped ? LockedStamp.Shift : 0 };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Word(Folio folio) => HardwareMemory.ReadAcquire(ref folio.State->Sequence);

    /// <inheritdoc/>
    public void Set(Folio folio, AddressSpace mm, int firstPage, int count)
    {
        FolioPublication.RefuseIfPublished(folio);
        OwnerWords owners = new(folio.State);
        TMemory.WritePlain(ref *owners.MapcountMinusOne, count - 1); // [set]
        TMemory.WritePlain(ref *owners.Ids, mm.RmapId); // [set]
        TMemory.WritePlain(ref *owners.Count(0), count); // [set]
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Map(Folio folio, AddressSpace mm, int firstPage, int count)
    {
        ReferenceCount.Add<TMemory>(ref folio.State->References, count);
        return Add(folio, mm, count);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Unmap(Folio folio, AddressSpace mm, int firstPage, int count, out int referencesLeft)
    {
        long stamp = Subtract(folio, mm, count);
        referencesLeft = ReferenceCount.Put<TMemory>(ref folio.State->References, count);
        return stamp;
    }

    /// <summary>Adds mappings without their references: what a write section is elsewhere.</summary>
    /// <param name="folio">The folio.</param>
    /// <param name="mm">The MM that maps it.</param>
    /// <param name="count">Mappings, at least 1.</param>
    /// <returns>The section's stamp.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Add(Folio folio, AddressSpace mm, int count)
    {
        OwnerWords owners = new(folio.State);
        long ids = owners.Lock<TMemory>();
        int mapcount = owners.AddToMapcount<TMemory>(count);
        if (OwnerWords.Id(ids, 0) == mm.RmapId)
        {
            owners.AddToSlot<TMemory>(0, count);
        }
        else if (OwnerWords.Id(ids, 1) == mm.RmapId)
        {
            owners.AddToSlot<TMemory>(1, count);
        }
        else if (OwnerWords.Id(ids, 0) == 0)
        {
            owners.AddToSlot<TMemory>(0, count);
            ids = OwnerWords.WithId(ids, 0, mm.RmapId) | (mapcount == count ? 0 : OwnerWords.MaybeShared);
        }
        else if (OwnerWords.Id(ids, 1) == 0)
        {
            owners.AddToSlot<TMemory>(1, count);
            ids = OwnerWords.WithId(ids, 1, mm.RmapId) | OwnerWords.MaybeShared;
        }

        long stamp = LockedStamp.Next<TMemory, TStamp>(ref folio.State->Sequence);
        owners.Unlock<TMemory>(ids);
        return stamp;
    }

    /// <summary>Takes mappings away without dropping their references.</summary>
    /// <param name="folio">The folio.</param>
    /// <param name="mm">The MM that maps it.</param>
    /// <param name="count">Mappings, at least 1.</param>
    /// <returns>The section's stamp.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Subtract(Folio folio, AddressSpace mm, int count)
    {
        OwnerWords owners = new(folio.State);
        long ids = owners.Lock<TMemory>();
        int mapcount = owners.AddToMapcount<TMemory>(-count);
        int slot = OwnerWords.Id(ids, 0) == mm.RmapId ? 0 : OwnerWords.Id(ids, 1) == mm.RmapId ? 1 : -1;
        if (slot < 0 || owners.AddToSlot<TMemory>(slot, -count) <= 0)
        {
            ids = owners.Leave<TMemory>(ids, slot, mapcount);
        }

        long stamp = LockedStamp.Next<TMemory, TStamp>(ref folio.State->Sequence);
        owners.Unlock<TMemory>(ids);
        return stamp;
    }

    /// <inheritdoc/>
    public ReadResult TryRead(Folio folio, out Snapshot snapshot)
    {
        OwnerWords owners = new(folio.State);
        snapshot = default;
        long ids = owners.Lock<TMemory>();
        snapshot.Mapcount = TMemory.ReadPlain(ref *owners.MapcountMinusOne) + 1; // [owner-mapcount] inside the lock
        snapshot.Word = TMemory.ReadPlain(ref folio.State->Sequence); // [locked-stamp]
        owners.Unlock<TMemory>(ids);
        return ReadResult.Accepted;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Decision Decide(Folio folio, AddressSpace mm, int maxTries)
    {
        // Two reads without the lock, as in the kernel: each answer rests on one of them, and the MM's own mapping
        // holds the folio mapped meanwhile.
        OwnerWords owners = new(folio.State);
        // [locked-stamp] where an audit's window begins
        long word = TStamp.IsStamped ? TMemory.ReadAcquire(ref folio.State->Sequence) : 0;
        int mapcount = TMemory.ReadAcquire(ref *owners.MapcountMinusOne) + 1; // [owner-decide]
        long ids = TMemory.ReadAcquire(ref *owners.Ids); // [owner-decide]
        Sharing answer = mapcount == 0 ? Sharing.Unmapped
            : mapcount > 1 && (ids & OwnerWords.MaybeShared) != 0 ? Sharing.Shared
            : Sharing.Exclusive;
        return new Decision(answer, Rechecked: false, word, mapcount, 0);
    }

    /// <inheritdoc/>
    public Reuse CanReuse(Folio folio, AddressSpace mm)
    {
        OwnerWords owners = new(folio.State);
        long ids = owners.Lock<TMemory>();
        int mapcount = TMemory.ReadPlain(ref *owners.MapcountMinusOne) + 1; // [owner-mapcount] inside the lock

        // Inside the lock no section is half done: references above the mapcount belong to somebody else.
        // [owner-references] pairs with [reference-add]
        int references = TMemory.ReadAcquire(ref folio.State->References);
        long word = TMemory.ReadPlain(ref folio.State->Sequence); // [locked-stamp]
        owners.Unlock<TMemory>(ids);
        ReuseAnswer answer = mapcount > folio.Pages ? ReuseAnswer.TooManyMappings
            : references != mapcount ? ReuseAnswer.OtherReferences
            : mapcount > 1 && (ids & OwnerWords.MaybeShared) != 0 ? ReuseAnswer.NotExclusive
            : ReuseAnswer.Reuse;
        return new Reuse(answer, word);
    }
}
