using Atomics;

namespace Scenarios.Weakest;

/// <summary>
/// The weakest orders that suffice: a write barrier behind the begin, which pairs with the reader's barrier before its
/// recheck, and a releasing end, which pairs with the reader's first read.
/// </summary>
public readonly struct SufficientOrders : IWeakOrders
{
    /// <inheritdoc/>
    public static void AfterBegin<TMemory>() where TMemory : struct, IRelaxedMemory => TMemory.WriteBarrier();

    /// <inheritdoc/>
    public static void End<TMemory>(ref long sequence, long delta) where TMemory : struct, IRelaxedMemory =>
        TMemory.AddRelease(ref sequence, delta);
}
