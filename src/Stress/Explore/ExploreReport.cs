using Exploration.Counterexamples;
using Stress.CommandLine;

namespace Stress.Explore;

/// <summary>The JSON of <c>explore</c>.</summary>
internal sealed record ExploreReport : VerbReport
{
    /// <summary>The scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>The memory model.</summary>
    public required string Model { get; init; }

    /// <summary>Writers in force.</summary>
    public required int Writers { get; init; }

    /// <summary>Readers in force.</summary>
    public required int Readers { get; init; }

    /// <summary>Rmap values in force.</summary>
    public required int Values { get; init; }

    /// <summary>The seqcount's protocol in force.</summary>
    public required string Protocol { get; init; }

    /// <summary>How words are read.</summary>
    public required string Reading { get; init; }

    /// <summary>The broken variant, or null.</summary>
    public required string? Canary { get; init; }

    /// <summary>What counts as one execution.</summary>
    public required string Equivalence { get; init; }

    /// <summary>Whether the model, asked about a broken variant first, found it.</summary>
    public required ExploreControl Control { get; init; }

    /// <summary>Complete executions.</summary>
    public required long Executions { get; init; }

    /// <summary>Executions with a wait that does not end.</summary>
    public required long Blocked { get; init; }

    /// <summary>Executions that were given up because they are too long.</summary>
    public required long Truncated { get; init; }

    /// <summary>Whether every execution was visited.</summary>
    public required bool Complete { get; init; }

    /// <summary>Why not every execution was visited; empty if every one was.</summary>
    public IReadOnlyList<ExploreBound> Bounds { get; init; } = [];

    /// <summary>With <c>--grade</c>, whether every model's search was complete: else an outcome may have no grade.</summary>
    public bool? GradesComplete { get; init; }

    /// <summary>Time of the search in seconds.</summary>
    public required double SearchSeconds { get; init; }

    /// <summary>Executions, blocked ones included, per second of the search.</summary>
    public required double ExecutionsPerSecond { get; init; }

    /// <summary>What is wrong, one sentence for each kind.</summary>
    public required IReadOnlyList<string> Violations { get; init; }

    /// <summary>The outcomes seen.</summary>
    public required IReadOnlyList<ExploreOutcome> Outcomes { get; init; }

    /// <summary>With <c>--assembly</c>, one for each class; else null.</summary>
    public IReadOnlyList<ClassResult>? Results { get; init; }

    /// <summary>A forbidden execution, or null.</summary>
    public required Counterexample? Counterexample { get; init; }
}
