namespace Atomics;

/// <summary>
/// Orders that C# cannot express and hardware code never uses. They exist in the model checker only: for canaries, and
/// for a correct writer with the weakest sufficient orders, the control beside which a missing fence shows.
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

    /// <summary>Adds atomically, wrapping.</summary>
    /// <param name="location">The word.</param>
    /// <param name="delta">What is added.</param>
    /// <param name="order">What the update orders.</param>
    /// <returns>The new value.</returns>
    static abstract int AddReturn(ref int location, int delta, UpdateOrder order);

    /// <inheritdoc cref="AddReturn(ref int, int, UpdateOrder)"/>
    static abstract long AddReturn(ref long location, long delta, UpdateOrder order);

    /// <summary>Stores a value atomically.</summary>
    /// <param name="location">The word.</param>
    /// <param name="value">The new value.</param>
    /// <param name="order">What the update orders.</param>
    /// <returns>The old value.</returns>
    static abstract int Exchange(ref int location, int value, UpdateOrder order);

    /// <inheritdoc cref="Exchange(ref int, int, UpdateOrder)"/>
    static abstract long Exchange(ref long location, long value, UpdateOrder order);

    /// <summary>Stores a value atomically if the word holds another one.</summary>
    /// <param name="location">The word.</param>
    /// <param name="value">The new value.</param>
    /// <param name="comparand">What the word must hold.</param>
    /// <param name="order">What the update orders; of a failed one its read, like a read of that order.</param>
    /// <returns>The old value.</returns>
    static abstract int CompareExchange(ref int location, int value, int comparand, UpdateOrder order);

    /// <inheritdoc cref="CompareExchange(ref int, int, int, UpdateOrder)"/>
    static abstract long CompareExchange(ref long location, long value, long comparand, UpdateOrder order);
}
