using Atomics;
using Tracker.Folios;
using Tracker.Seqcount;

namespace Scenarios.Weakest;

/// <summary>
/// A write section with orders that only the model has. Protocol fields are those of <c>shared</c>, unless it says so.
/// </summary>
public interface IWeakSection
{
    /// <summary>How the words of the sequence lie: one word, unless a section says otherwise.</summary>
    static virtual SequenceLayout Layout => SequenceLayout.OneWord;

    /// <summary>The bits of the sequence word that are not zero while a writer is inside.</summary>
    static abstract long WritersMask { get; }

    /// <summary>Bits of the sequence word below the sequence number.</summary>
    static abstract int SequenceShift { get; }

    /// <summary>Adds mappings of one MM.</summary>
    static abstract unsafe void Apply<TMemory>(Folio folio, long* subIds, int count)
        where TMemory : struct, IRelaxedMemory;
}
