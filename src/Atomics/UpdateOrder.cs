namespace Atomics;

/// <summary>What an atomic update orders besides itself, where that is less than a full fence.</summary>
public enum UpdateOrder
{
    /// <summary>Nothing.</summary>
    Relaxed,

    /// <summary>No later access of the thread moves before its read: taking a lock.</summary>
    Acquire,

    /// <summary>No earlier access of the thread moves behind its write.</summary>
    Release,
}
