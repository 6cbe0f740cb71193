using Exploration;
using Exploration.Counterexamples;
using Exploration.Division;

namespace Campaigns.Merging;

/// <summary>A divided search, summed up: its certificate.</summary>
/// <param name="Command">The command line that it answers.</param>
/// <param name="Model">The memory model.</param>
/// <param name="Search">ID of the search.</param>
/// <param name="Assumptions">What its parts took for granted.</param>
public sealed record MergedSearch(string Command, ModelName Model, string Search, SearchAssumptions Assumptions)
{
    /// <summary>Whether every execution was visited, and everything proved that a complete search proves.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Why not; empty if it is complete.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>Cells with a record; the root comes besides.</summary>
    public required int Parts { get; init; }

    /// <summary>The sum of the shares; <c>1/1</c> if nothing is missing.</summary>
    public required string Shares { get; init; }

    /// <summary>Complete executions.</summary>
    public required long Executions { get; init; }

    /// <summary>Executions in which an actor waits for ever.</summary>
    public required long Blocked { get; init; }

    /// <summary>Executions that were given up.</summary>
    public required long Truncated { get; init; }

    /// <summary>Those of the executions in which a read sees what it causes.</summary>
    public required int Cyclic { get; init; }

    /// <summary>Outcomes by text.</summary>
    public required IReadOnlyList<OutcomeTally> Outcomes { get; init; }

    /// <summary>One sentence for each kind of violation.</summary>
    public required IReadOnlyList<string> Violations { get; init; }

    /// <summary>The forbidden execution that is the easiest to understand, whichever cell found it.</summary>
    public required Counterexample? Counterexample { get; init; }

    /// <summary>What the code does that is not modelled; empty if all of it is.</summary>
    public IReadOnlyList<string> Refusals { get; init; } = [];

    /// <summary>
    /// Whether another search has to follow, because a compare-and-swap failed
    /// (<see cref="SearchAssumptions.SwapAcquires"/>).
    /// </summary>
    public required bool HasFailedSwaps { get; init; }
}
