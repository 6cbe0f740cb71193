namespace Exploration;

/// <summary>What to explore, and for how long.</summary>
public sealed record ExplorationOptions
{
    /// <summary>The memory model.</summary>
    public ModelName Model { get; init; } = ModelName.Dotnet;

    /// <summary>Which executions count as one.</summary>
    public Equivalence Equivalence { get; init; } = Equivalence.Graph;

    /// <summary>Threads that search, 1 or more.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Seed of the order of exploration; null for the natural order. The counts do not depend on it.</summary>
    public int? ShuffleSeed { get; init; }

    /// <summary>
    /// Count only executions with at most so many preemptions; null for all. Sequential consistency only.
    /// </summary>
    public int? PreemptionBound { get; init; }

    /// <summary>Ends the search after so many executions, blocked ones included.</summary>
    public long LimitExecutions { get; init; } = long.MaxValue;

    /// <summary>Ends the search after so long.</summary>
    public TimeSpan TimeBudget { get; init; } = TimeSpan.MaxValue;

    /// <summary>
    /// Ends the search after so many forbidden executions: enough to choose a short counterexample from, and not more
    /// than a broken program needs.
    /// </summary>
    public long LimitViolations { get; init; } = 1000;

    /// <summary>
    /// Whether the steps of a counterexample get file and line; the scenario is compiled once more for it.
    /// </summary>
    public bool FindsSites { get; init; } = true;

    /// <summary>
    /// Draws executions at random instead of visiting all; null to visit them. One worker,
    /// <see cref="Equivalence.Graph"/>.
    /// </summary>
    public SampleOptions? Sample { get; init; }

    /// <summary>Whether each outcome is asked whether Arm64 code shows it.</summary>
    internal bool JudgesArm64 { get; init; }

    /// <summary>Called after a second and then every few seconds; null for silence.</summary>
    public Action<ExplorationProgress>? OnProgress { get; init; }
}
