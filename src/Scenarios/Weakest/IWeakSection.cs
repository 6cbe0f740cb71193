using Atomics;
using Tracker.Folios;
using Tracker.Seqcount;

namespace Scenarios.Weakest;

/// <summary>
/// A write section with orders that only the model has.
/// </summary>
public interface IWeakSection
{
    /// <inheritdoc cref="ISeqcount.Format"/>
    static abstract SequenceFormat Format { get; }

    /// <summary>Adds mappings of one MM.</summary>
    static abstract unsafe void Apply<TMemory>(Folio folio, long* subIds, int count)
        where TMemory : struct, IRelaxedMemory;
}
