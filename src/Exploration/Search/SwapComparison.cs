namespace Exploration.Search;

/// <summary>
/// Whether a search in which a compare-and-swap that fails only acquires has seen what one would see in which it is a
/// full fence. The fence takes executions away and adds none: if each that is visited keeps it, the two find the same.
/// Shared by all workers.
/// </summary>
internal sealed class SwapComparison
{
    private volatile bool _differs;
    private volatile bool _hasFailedSwaps;

    /// <summary>Whether an execution was visited that the fence may forbid, or from which it may change what is
    /// learned.</summary>
    public bool Differs => _differs;

    /// <summary>Whether a compare-and-swap has failed in a complete execution.</summary>
    public bool HasFailedSwaps => _hasFailedSwaps;

    /// <summary>The two searches are not known to find the same.</summary>
    public void Differ() => _differs = true;

    /// <summary>A compare-and-swap has failed in an execution.</summary>
    public void Fail() => _hasFailedSwaps = true;
}
