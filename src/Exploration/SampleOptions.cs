namespace Exploration;

/// <summary>
/// Draws executions at random instead of visiting every one, for programs too large for that. What a draw chooses, and
/// the bound: docs/CHECKERS.md, after "Probabilistic Concurrency Testing for Weak Memory Programs" (Gao, Chakraborty,
/// Ozkan, ASPLOS 2023).
/// </summary>
public sealed record SampleOptions
{
    /// <summary>Executions to draw, 1 or more.</summary>
    public required long Count { get; init; }

    /// <summary>
    /// Seed of the first execution; the one after it has the next, so that any of them can be drawn alone.
    /// </summary>
    public long Seed { get; init; } = 1;

    /// <summary>
    /// How many accesses of an execution are put off and choose at random, at most; 0 to <see cref="MaxDepth"/>.
    /// </summary>
    public int Depth { get; init; } = 3;

    /// <summary>Among how many of the newest writes of a word such an access chooses, 1 or more.</summary>
    public int History { get; init; } = 3;

    /// <summary>Largest depth: as many accesses as an execution can have.</summary>
    public const int MaxDepth = ExplorationResult.MaxEvents;
}
