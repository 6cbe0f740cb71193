using Atomics;
using Tracker.Folios;
using Tracker.Seqcount;
using Tracker.Writing;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>batch-count-ignored</c>: the defect of patch 17, whose exclusive path adds the sub-ID of a folio with one value
/// without the count. An unmap adds, a batch of four adds once.
/// </summary>
/// <typeparam name="TSeqcount">A protocol with an exclusive path.</typeparam>
public readonly unsafe struct BatchCountIgnored<TSeqcount> : IWriteSection
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
        bool alone = TSeqcount.WriteBegin<TMemory>(ref state->Sequence);
        if (alone && FolioShape.Read<TMemory>(folio).ValueCount == 1)
        {
            TMemory.WritePlain(ref state->MapcountMinusOne, TMemory.ReadPlain(ref state->MapcountMinusOne) + count);
            TMemory.WritePlain(ref state->Values[0], TMemory.ReadPlain(ref state->Values[0]) + subIds[0]); // The step replaced: times count.
        }
        else if (alone)
        {
            MappingUpdate.Alone<TMemory>(folio, subIds, count);
        }
        else
        {
            MappingUpdate.Shared<TMemory>(folio, subIds, count);
        }

        return TSeqcount.WriteEnd<TMemory>(ref state->Sequence, alone);
    }
}
