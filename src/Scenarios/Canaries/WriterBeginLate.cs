using Atomics;
using Tracker.Folios;
using Tracker.Seqcount;
using Tracker.Writing;

namespace Scenarios.Canaries;

/// <summary>Canary <c>writer-begin-late</c>: the section begins after its first update. For protocol <c>shared</c>.</summary>
/// <typeparam name="TSeqcount">The protocol.</typeparam>
public readonly unsafe struct WriterBeginLate<TSeqcount> : IWriteSection
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
        int values = FolioShape.Read<TMemory>(folio).ValueCount;
        TMemory.Add(ref state->MapcountMinusOne, count); // The step replaced: this belongs behind the begin.
        TSeqcount.WriteBegin<TMemory>(ref state->Sequence);
        for (int value = 0; value < values; value++)
        {
            TMemory.Add(ref state->Values[value], subIds[value] * count);
        }

        return TSeqcount.WriteEnd<TMemory>(ref state->Sequence, alone: false);
    }
}
