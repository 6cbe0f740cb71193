using Atomics;

namespace Scenarios.Weakest;

/// <summary>Canary <c>writer-end-relaxed</c>: the end of a section may overtake its updates.</summary>
public readonly struct WriterEndRelaxed : IWeakOrders
{
    /// <inheritdoc/>
    public static void AfterBegin<TMemory>() where TMemory : struct, IRelaxedMemory => SufficientOrders.AfterBegin<TMemory>();

    /// <summary>The step replaced: relaxed instead of releasing.</summary>
    public static void End<TMemory>(ref long sequence, long delta) where TMemory : struct, IRelaxedMemory =>
        TMemory.AddRelaxed(ref sequence, delta);
}
