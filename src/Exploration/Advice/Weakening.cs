namespace Exploration.Advice;

/// <summary>What stands in an operation's place while it is asked whether the operation is needed.</summary>
public enum Weakening
{
    /// <summary>For a full fence: an update that acquires and releases, without an order of all fences.</summary>
    AcquireRelease,

    /// <summary>For a full fence: an update that acquires.</summary>
    Acquire,

    /// <summary>For a full fence: an update that releases.</summary>
    Release,

    /// <summary>For an acquire, a release or a full fence: the same access without ordering.</summary>
    Plain,

    /// <summary>For a barrier: none.</summary>
    Nothing,

    /// <summary>For a compare-and-swap: a load, and a store if it fits.</summary>
    LoadAndStore,

    /// <summary>For the read with which a loop waits for bits to clear: no read, and all clear.</summary>
    NoWait,
}
