using Atomics;
using Tracker.Folios;
using Tracker.Seqcount;

namespace Scenarios.Weakest;

/// <summary>
/// A shared write section made of relaxed atomic adds and the orders of <typeparamref name="TOrders"/>.
/// </summary>
/// <typeparam name="TOrders">Sufficient ones, or a canary.</typeparam>
public readonly unsafe struct WeakSharedSection<TOrders> : IWeakSection
    where TOrders : struct, IWeakOrders
{
    /// <inheritdoc/>
    public static SequenceFormat Format => SharedSeqcount<Unstamped>.Format;

    /// <inheritdoc/>
    public static void Apply<TMemory>(Folio folio, long* subIds, int count) where TMemory : struct, IRelaxedMemory
    {
        FolioState* state = folio.State;
        int values = FolioShape.Read<TMemory>(folio).ValueCount;
        TMemory.AddRelaxed(ref state->Sequence, 1);
        TOrders.AfterBegin<TMemory>();
        TMemory.AddRelaxed(ref state->MapcountMinusOne, count);
        for (int value = 0; value < values; value++)
        {
            TMemory.AddRelaxed(ref state->Values[value], TMemory.ReadPlain(ref subIds[value]) * count);
        }

        TOrders.End<TMemory>(ref state->Sequence, (1L << Format.Shift) - 1);
    }
}
