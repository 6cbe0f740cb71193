using Atomics;
using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Seqcount;
using Tracker.Tracking;
using Tracker.Writing;

namespace Scenarios.Canaries;

/// <summary>Canary <c>reuse-ignores-references</c>: a copy-on-write fault reuses a folio that somebody has pinned.</summary>
/// <typeparam name="TMemory">The memory operations.</typeparam>
/// <typeparam name="TSection">The write section.</typeparam>
/// <typeparam name="TRead">How readers order their reads.</typeparam>
public readonly struct ReuseIgnoresReferences<TMemory, TSection, TRead> : ITracking
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

    /// <summary>The step replaced: an exclusive answer is enough, whoever else holds references.</summary>
    public Reuse CanReuse(Folio folio, AddressSpace mm)
    {
        Decision decision = Correct.Decide(folio, mm, maxTries: 1);
        return new Reuse(decision.Answer == Sharing.Exclusive ? ReuseAnswer.Reuse : ReuseAnswer.NotExclusive, decision.Word);
    }
}
