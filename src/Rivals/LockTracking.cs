using Atomics;
using Tracker;
using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Seqcount;
using Tracker.Tracking;
using Tracker.Writing;

namespace Rivals;

/// <summary>
/// Scheme <c>lock</c>: the rmap values as plain fields under a <see cref="Lock"/> for each folio, for writers and
/// readers: what a .NET programmer would write first.
/// </summary>
public readonly unsafe struct LockTracking : ITracking
{
    private readonly PaddedObjects<Lock> _locks;

    /// <summary>Makes the locks of an arena's folios.</summary>
    /// <param name="folios">Folios of the arena.</param>
    public LockTracking(int folios) => _locks = new PaddedObjects<Lock>(folios);

    /// <inheritdoc/>
    public SequenceFormat Format => LockedStamp.Format;

    /// <inheritdoc/>
    public long Word(Folio folio) => HardwareMemory.ReadAcquire(ref folio.State->Sequence);

    /// <inheritdoc/>
    public void Set(Folio folio, AddressSpace mm, int firstPage, int count) =>
        MappingUpdate.Set<HardwareMemory>(folio, mm.SubIdsFor<HardwareMemory>(folio), count);

    /// <inheritdoc/>
    public long Map(Folio folio, AddressSpace mm, int firstPage, int count)
    {
        ReferenceCount.Add<HardwareMemory>(ref folio.State->References, count);
        return Add(folio, mm, count);
    }

    /// <inheritdoc/>
    public long Unmap(Folio folio, AddressSpace mm, int firstPage, int count, out int referencesLeft)
    {
        long stamp = Add(folio, mm, -count);
        referencesLeft = ReferenceCount.Put<HardwareMemory>(ref folio.State->References, count);
        return stamp;
    }

    /// <inheritdoc/>
    public ReadResult TryRead(Folio folio, out Snapshot snapshot)
    {
        lock (_locks.Of(folio.Index))
        {
            return SnapshotReader<HardwareMemory, BarrierRead>.TryRead(folio, writersMask: 0, out snapshot);
        }
    }

    /// <inheritdoc/>
    public Decision Decide(Folio folio, AddressSpace mm, int maxTries)
    {
        lock (_locks.Of(folio.Index))
        {
            return SharingReader<HardwareMemory, BarrierRead>.Decide(folio, mm, writersMask: 0, maxTries: 1);
        }
    }

    /// <inheritdoc/>
    public Reuse CanReuse(Folio folio, AddressSpace mm)
    {
        lock (_locks.Of(folio.Index))
        {
            return ReuseReader<HardwareMemory, BarrierRead>.Decide(folio, mm, writersMask: 0);
        }
    }

    private long Add(Folio folio, AddressSpace mm, int count)
    {
        lock (_locks.Of(folio.Index))
        {
            MappingUpdate.Alone<HardwareMemory>(folio, mm.SubIdsFor<HardwareMemory>(folio), count);
            return LockedStamp.Next<HardwareMemory, Stamped>(ref folio.State->Sequence);
        }
    }
}
