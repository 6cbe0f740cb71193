using Atomics;
using Tracker.Seqcount;

namespace Tracker.Folios;

/// <summary>
/// Accesses to a folio's sequence while nobody else refers to the folio, in words of its protocol's size.
/// </summary>
internal static unsafe class FolioSequence
{
    /// <summary>Writes the seqcount's first word or words.</summary>
    /// <param name="folio">The folio.</param>
    /// <param name="layout">Of the protocol that the folio is prepared for.</param>
    /// <param name="idleWord">The value without a writer.</param>
    public static void Prepare<TMemory>(Folio folio, SequenceLayout layout, long idleWord)
        where TMemory : struct, IMemory
    {
        ref long sequence = ref folio.State->Sequence;
        if (layout == SequenceLayout.OneWord)
        {
            TMemory.WritePlain(ref sequence, idleWord); // [prepare] published by [publish]
            return;
        }

        TMemory.WritePlain(ref SequenceHalves.Lower(ref sequence), SequenceHalves.LowerOf(idleWord)); // [prepare]
        TMemory.WritePlain(ref SequenceHalves.Upper(ref sequence), SequenceHalves.UpperOf(idleWord)); // [prepare]
    }

    /// <summary>Whether a writer is inside, be it alone, shared or about to be either.</summary>
    public static bool HasWriter<TMemory>(Folio folio, SequenceFormat format) where TMemory : struct, IMemory
    {
        ref long sequence = ref folio.State->Sequence;
        long mask = format.WritersMask;
        if (format.Layout == SequenceLayout.OneWord)
        {
            return (TMemory.ReadPlain(ref sequence) & mask) != 0; // [inspect]
        }

        int lower = TMemory.ReadPlain(ref SequenceHalves.Lower(ref sequence)); // [inspect]
        return (lower & SequenceHalves.LowerOf(mask)) != 0
            || (TMemory.ReadPlain(ref SequenceHalves.Upper(ref sequence)) // [inspect]
                & SequenceHalves.UpperOf(mask)) != 0;
    }
}
