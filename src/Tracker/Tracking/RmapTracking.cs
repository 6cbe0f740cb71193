using System.Runtime.CompilerServices;
using Atomics;
using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Seqcount;
using Tracker.Writing;

namespace Tracker.Tracking;

/// <summary>The tracker: rmap values in the folio, protected by an atomic seqcount.</summary>
/// <typeparam name="TMemory">The memory operations.</typeparam>
/// <typeparam name="TSection">The write section, and with it the protocol.</typeparam>
/// <typeparam name="TRead">How readers order their reads.</typeparam>
public readonly unsafe struct RmapTracking<TMemory, TSection, TRead> : ITracking
    where TMemory : struct, IMemory
    where TSection : struct, IWriteSection
    where TRead : struct, ISnapshotRead
{
    /// <inheritdoc/>
    public SequenceFormat Format => TSection.Format;

    /// <inheritdoc/>
    /// <remarks>
    /// Past the memory parameter: the look of an audit is no step of the tracker, and nothing is to be held up in it.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Word(Folio folio) => TRead.Begin<HardwareMemory>(ref folio.State->Sequence);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(Folio folio, AddressSpace mm, int firstPage, int count)
    {
        long* subIds = mm.SubIdsFor<TMemory>(folio);
        MappingCheck.Batch<TMemory>(folio, mm, count);
        MappingUpdate.Set<TMemory>(folio, subIds, count);
        MappingCheck.Mapped<TMemory>(mm, count);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Map(Folio folio, AddressSpace mm, int firstPage, int count)
    {
        // First, so that a null MM is refused before anything has changed.
        mm.RefuseIfNull();
        MappingCheck.Batch<TMemory>(folio, mm, count);
        ReferenceCount.Add<TMemory>(ref folio.State->References, count);
        MappingCheck.Mapped<TMemory>(mm, count);

        // The folio's shape is read here and not before the reference, which is on another line: a read that the
        // section does not follow at once takes the line from the writer that is inside, for nothing (docs/COSTS.md).
        return TSection.Apply<TMemory>(folio, mm.SubIdsFor<TMemory>(folio), count);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Unmap(Folio folio, AddressSpace mm, int firstPage, int count, out int referencesLeft)
    {
        long* subIds = mm.SubIdsFor<TMemory>(folio);
        MappingCheck.Unmap<TMemory>(folio, mm, count);
        long stamp = TSection.Apply<TMemory>(folio, subIds, -count);
        referencesLeft = ReferenceCount.Put<TMemory>(ref folio.State->References, count);
        return stamp;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadResult TryRead(Folio folio, out Snapshot snapshot) =>
        SnapshotReader<TMemory, TRead>.TryRead(folio, TSection.Format.WritersMask, out snapshot);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Decision Decide(Folio folio, AddressSpace mm, int maxTries) =>
        SharingReader<TMemory, TRead>.Decide(folio, mm, TSection.Format.WritersMask, maxTries);

    /// <inheritdoc/>
    public Reuse CanReuse(Folio folio, AddressSpace mm) =>
        ReuseReader<TMemory, TRead>.Decide(folio, mm, TSection.Format.WritersMask);
}
