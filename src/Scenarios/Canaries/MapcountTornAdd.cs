using Atomics;
using Tracker.Folios;
using Tracker.Seqcount;
using Tracker.Writing;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>mapcount-torn-add</c>: a shared writer updates the mapcount by load and store, so that two may lose one update.
/// </summary>
/// <typeparam name="TSeqcount">The protocol.</typeparam>
public readonly unsafe struct MapcountTornAdd<TSeqcount> : IWriteSection
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
        TSeqcount.WriteBegin<TMemory>(ref state->Sequence);
        TMemory.WritePlain(ref state->MapcountMinusOne, TMemory.ReadPlain(ref state->MapcountMinusOne) + count); // The step replaced.
        for (int value = 0; value < values; value++)
        {
            TMemory.Add(ref state->Values[value], subIds[value] * count);
        }

        return TSeqcount.WriteEnd<TMemory>(ref state->Sequence, alone: false);
    }
}
