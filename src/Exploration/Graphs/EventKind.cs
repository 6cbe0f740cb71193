namespace Exploration.Graphs;

/// <summary>What an event of an execution graph is and orders; the flags combine.</summary>
[Flags]
internal enum EventKind : byte
{
    /// <summary>None of it.</summary>
    None = 0,

    /// <summary>Reads a word.</summary>
    Read = 1,

    /// <summary>Writes a word.</summary>
    Write = 2,

    /// <summary>
    /// The reading or the writing half of an atomic update. The halves are neighbours in program order.
    /// </summary>
    Update = 4,

    /// <summary>A barrier of its own, without access.</summary>
    Fence = 8,

    /// <summary>Acquires.</summary>
    Acquire = 16,

    /// <summary>Releases.</summary>
    Release = 32,

    /// <summary>A full fence comes right before it (or is it).</summary>
    FenceBefore = 64,

    /// <summary>A full fence comes right after it (or is it).</summary>
    FenceAfter = 128,
}
