using Exploration.Counterexamples;
using Exploration.Graphs;

namespace Exploration;

/// <summary>What a search found.</summary>
public sealed record ExplorationResult
{
    /// <summary>Complete executions.</summary>
    public required long Executions { get; init; }

    /// <summary>Executions in which an actor waits for ever; counted apart.</summary>
    public required long Blocked { get; init; }

    /// <summary>Most events of an execution; reads and writes count one each, atomic updates two.</summary>
    public const int MaxEvents = GraphLimits.MaxEvents;

    /// <summary>
    /// Executions that were given up, mostly because they have more than <see cref="MaxEvents"/> events; the search
    /// went on elsewhere.
    /// </summary>
    public required long Truncated { get; init; }

    /// <summary>Why not every execution was visited, each kind once; empty if every one was.</summary>
    public required IReadOnlyList<SearchBound> Bounds { get; init; }

    /// <summary>
    /// Whether every execution was visited. Says nothing about what was found there: see <see cref="Verdict"/>.
    /// </summary>
    public bool IsComplete => Bounds.Count == 0;

    /// <summary>Time of the search in seconds.</summary>
    public required double SearchSeconds { get; init; }

    /// <summary>
    /// The names of an outcome's values: registers as <c>ACTOR.REGISTER</c>, then the observed words.
    /// </summary>
    public required IReadOnlyList<string> OutcomeNames { get; init; }

    /// <summary>Outcomes by text.</summary>
    public required IReadOnlyList<OutcomeCount> Outcomes { get; init; }

    /// <summary>One sentence for each kind of violation: of an outcome, or of liveness.</summary>
    public required IReadOnlyList<string> Violations { get; init; }

    /// <summary>The forbidden execution with the fewest preemptions that was seen; null if none.</summary>
    public required Counterexample? Counterexample { get; init; }

    /// <summary>How often an actor's code was run.</summary>
    public required long ActorRuns { get; init; }

    /// <summary>What was drawn at random; null if executions were visited one by one.</summary>
    public SampleReport? Sample { get; init; }

    /// <summary>The one conclusion from all of this.</summary>
    public ExplorationVerdict Verdict =>
        Violations.Count > 0 ? ExplorationVerdict.Violated
        : IsComplete && Executions > 0 ? ExplorationVerdict.Passed
        : ExplorationVerdict.Inconclusive;
}
