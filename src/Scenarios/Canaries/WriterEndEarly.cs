using Atomics;
using Tracker.Folios;
using Tracker.Seqcount;
using Tracker.Writing;

namespace Scenarios.Canaries;

/// <summary>Canary <c>writer-end-early</c>: the section ends before its last update. For protocol <c>shared</c>.</summary>
/// <typeparam name="TSeqcount">The protocol.</typeparam>
public readonly unsafe struct WriterEndEarly<TSeqcount> : IWriteSection
    where TSeqcount : struct, ISeqcount
{
    /// <inheritdoc/>
    public static SequenceLayout Layout => TSeqcount.Layout;

    /// <inheritdoc/>
    public static long WritersMask => TSeqcount.WritersMask;

    /// <inheritdoc/>
    public static int SequenceShift => TSeqcount.SequenceShift;

    /// <inheritdoc/>
    public static long Apply<TMemory>(Folio folio, long* subIds, int count) where TMemory : struct, IMemory
    {
        FolioState* state = folio.State;
        int last = FolioShape.Read<TMemory>(folio).ValueCount - 1;
        TSeqcount.WriteBegin<TMemory>(ref state->Sequence);
        TMemory.Add(ref state->MapcountMinusOne, count);
        for (int value = 0; value < last; value++)
        {
            TMemory.Add(ref state->Values[value], subIds[value] * count);
        }

        long stamp = TSeqcount.WriteEnd<TMemory>(ref state->Sequence, alone: false);
        TMemory.Add(ref state->Values[last], subIds[last] * count); // The step replaced: this belongs before the end.
        return stamp;
    }
}
