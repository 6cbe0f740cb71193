using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Seqcount;
using Tracker.Tracking;

namespace Scenarios.Canaries.Variants;

/// <summary>
/// A tracker with a step replaced: a canary gives that step, and has the others from the correct tracker.
/// </summary>
/// <typeparam name="TCorrect">The correct tracker, which has no state of its own.</typeparam>
public interface ITrackingVariant<TCorrect> : ITracking
    where TCorrect : struct, ITracking
{
    /// <inheritdoc/>
    SequenceFormat ITracking.Format => default(TCorrect).Format;

    /// <inheritdoc/>
    long ITracking.Word(Folio folio) => default(TCorrect).Word(folio);

    /// <inheritdoc/>
    void ITracking.Set(Folio folio, AddressSpace mm, int firstPage, int count) =>
        default(TCorrect).Set(folio, mm, firstPage, count);

    /// <inheritdoc/>
    long ITracking.Map(Folio folio, AddressSpace mm, int firstPage, int count) =>
        default(TCorrect).Map(folio, mm, firstPage, count);

    /// <inheritdoc/>
    long ITracking.Unmap(Folio folio, AddressSpace mm, int firstPage, int count, out int referencesLeft) =>
        default(TCorrect).Unmap(folio, mm, firstPage, count, out referencesLeft);

    /// <inheritdoc/>
    ReadResult ITracking.TryRead(Folio folio, out Snapshot snapshot) => default(TCorrect).TryRead(folio, out snapshot);

    /// <inheritdoc/>
    Decision ITracking.Decide(Folio folio, AddressSpace mm, int maxTries) =>
        default(TCorrect).Decide(folio, mm, maxTries);

    /// <inheritdoc/>
    Reuse ITracking.CanReuse(Folio folio, AddressSpace mm) => default(TCorrect).CanReuse(folio, mm);
}
