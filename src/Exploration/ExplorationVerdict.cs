namespace Exploration;

/// <summary>What a search concludes.</summary>
public enum ExplorationVerdict
{
    /// <summary>Every execution was visited, at least one came to its end, and nothing forbidden can happen.</summary>
    Passed,

    /// <summary>Something forbidden can happen, whatever else was not visited.</summary>
    Violated,

    /// <summary>Nothing forbidden was found, but not everything was visited, or no execution came to its end.</summary>
    Inconclusive,
}
