using Atomics;

namespace Scenarios.Weakest;

/// <summary>Canary <c>writer-begin-unfenced</c>: updates may overtake the begin of their section.</summary>
public readonly struct WriterBeginUnfenced : IWeakOrders
{
    /// <summary>The step replaced: no barrier.</summary>
    public static void AfterBegin<TMemory>() where TMemory : struct, IRelaxedMemory
    {
    }

    /// <inheritdoc/>
    public static void End<TMemory>(ref long sequence, long delta) where TMemory : struct, IRelaxedMemory =>
        SufficientOrders.End<TMemory>(ref sequence, delta);
}
