using Atomics;
using Tracker;
using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Seqcount;
using Tracker.Tracking;
using Tracker.Writing;

namespace Scenarios.Canaries;

/// <summary>Canary <c>reference-after-mapcount</c>: the reference count rises after the mapcount, so that somebody's pin may pass as the reference of a mapping.</summary>
/// <typeparam name="TMemory">The memory operations.</typeparam>
/// <typeparam name="TSection">The write section.</typeparam>
/// <typeparam name="TRead">How readers order their reads.</typeparam>
public readonly unsafe struct ReferenceAfterMapcount<TMemory, TSection, TRead> : ITracking
    where TMemory : struct, IMemory
    where TSection : struct, IWriteSection
    where TRead : struct, ISnapshotRead
{
    /// <inheritdoc/>
    public int SequenceShift => Correct.SequenceShift;

    /// <inheritdoc/>
    public long Word(Folio folio) => Correct.Word(folio);

    /// <inheritdoc/>
    public SequenceFormat Format => Correct.Format;

    private static RmapTracking<TMemory, TSection, TRead> Correct => default;

    /// <inheritdoc/>
    public void Set(Folio folio, AddressSpace mm, int firstPage, int count) => Correct.Set(folio, mm, firstPage, count);

    /// <summary>The step replaced: the mappings come first, then their references.</summary>
    public long Map(Folio folio, AddressSpace mm, int firstPage, int count)
    {
        long stamp = TSection.Apply<TMemory>(folio, mm.SubIdsFor<TMemory>(folio), count);
        ReferenceCount.Add<TMemory>(ref folio.State->References, count);
        return stamp;
    }

    /// <inheritdoc/>
    public long Unmap(Folio folio, AddressSpace mm, int firstPage, int count, out int referencesLeft) =>
        Correct.Unmap(folio, mm, firstPage, count, out referencesLeft);

    /// <inheritdoc/>
    public ReadResult TryRead(Folio folio, out Snapshot snapshot) => Correct.TryRead(folio, out snapshot);

    /// <inheritdoc/>
    public Decision Decide(Folio folio, AddressSpace mm, int maxTries) => Correct.Decide(folio, mm, maxTries);

    /// <inheritdoc/>
    public Reuse CanReuse(Folio folio, AddressSpace mm) => Correct.CanReuse(folio, mm);
}
