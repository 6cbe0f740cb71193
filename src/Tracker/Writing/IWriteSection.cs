using Atomics;
using Tracker.Folios;
using Tracker.Seqcount;

namespace Tracker.Writing;

/// <summary>A whole write section on a folio, as a type-level choice: the protocols' one, or a canary's.</summary>
public interface IWriteSection
{
    /// <inheritdoc cref="ISeqcount.Format"/>
    static abstract SequenceFormat Format { get; }

    /// <summary>Adds mappings of one MM, or takes them away.</summary>
    /// <param name="folio">The folio, published, on which the caller holds references.</param>
    /// <param name="subIds">The MM's sub-IDs for this folio.</param>
    /// <param name="count">Mappings to add, negative to take away: 1 to 2^order in size.</param>
    /// <returns>The section's stamp; 0 from an unstamped seqcount.</returns>
    static abstract unsafe long Apply<TMemory>(Folio folio, long* subIds, int count) where TMemory : struct, IMemory;
}
