using Atomics;

namespace Scenarios.Weakest;

/// <summary>The two ordered steps of a weak shared writer, so that a canary can replace one.</summary>
public interface IWeakOrders
{
    /// <summary>Keeps the section's updates behind its begin.</summary>
    static abstract void AfterBegin<TMemory>() where TMemory : struct, IRelaxedMemory;

    /// <summary>Ends the section: keeps its updates before it.</summary>
    static abstract void End<TMemory>(ref long sequence, long delta) where TMemory : struct, IRelaxedMemory;
}
