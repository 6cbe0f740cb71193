using Atomics;
using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Seqcount;
using Tracker.Tracking;
using Tracker.Writing;

namespace Scenarios.Canaries;

/// <summary>Canary <c>reuse-without-recheck</c>: a copy-on-write fault reuses a folio on what may be a torn snapshot.</summary>
/// <typeparam name="TMemory">The memory operations.</typeparam>
/// <typeparam name="TSection">The write section.</typeparam>
/// <typeparam name="TRead">How readers order their reads.</typeparam>
public readonly struct ReuseWithoutRecheck<TMemory, TSection, TRead> : ITracking
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

    /// <inheritdoc/>
    public long Map(Folio folio, AddressSpace mm, int firstPage, int count) => Correct.Map(folio, mm, firstPage, count);

    /// <inheritdoc/>
    public long Unmap(Folio folio, AddressSpace mm, int firstPage, int count, out int referencesLeft) =>
        Correct.Unmap(folio, mm, firstPage, count, out referencesLeft);

    /// <inheritdoc/>
    public ReadResult TryRead(Folio folio, out Snapshot snapshot) => Correct.TryRead(folio, out snapshot);

    /// <inheritdoc/>
    public Decision Decide(Folio folio, AddressSpace mm, int maxTries) => Correct.Decide(folio, mm, maxTries);

    /// <summary>The step replaced: the last look at the sequence is missing.</summary>
    public Reuse CanReuse(Folio folio, AddressSpace mm) =>
        ReuseReader<TMemory, ReaderNoRecheck<TRead>>.Decide(folio, mm, TSection.WritersMask);
}
