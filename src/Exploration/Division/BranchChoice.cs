namespace Exploration.Division;

/// <summary>What kind of choice an event of a graph made.</summary>
internal enum BranchChoice
{
    /// <summary>None: a barrier, or an add that is left unordered.</summary>
    None,

    /// <summary>A read took a write that was there.</summary>
    Read,

    /// <summary>A read took a value that is written later.</summary>
    Guess,

    /// <summary>A read saw a set of adds.</summary>
    Observe,

    /// <summary>A write took its place behind another.</summary>
    Write,
}
