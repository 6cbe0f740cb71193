namespace Atomics;

/// <summary>
/// Orders that C# cannot express and hardware code never uses. They exist in the model checker only: for canaries, and for
/// a correct writer with the weakest sufficient orders, the control beside which a missing fence shows.
/// </summary>
public interface IRelaxedMemory : IMemory
{
    /// <summary>Adds atomically, wrapping, and orders nothing else.</summary>
    static abstract void AddRelaxed(ref int location, int delta);

    /// <inheritdoc cref="AddRelaxed(ref int, int)"/>
    static abstract void AddRelaxed(ref long location, long delta);

    /// <summary>Adds atomically, wrapping; no earlier access of this thread moves after it.</summary>
    static abstract void AddRelease(ref int location, int delta);

    /// <inheritdoc cref="AddRelease(ref int, int)"/>
    static abstract void AddRelease(ref long location, long delta);
}
