namespace Exploration.Division;

/// <summary>
/// What a worker has found in its part. Asked twice, it finds the same: nothing here depends on time.
/// </summary>
public sealed record SearchPartResult
{
    /// <summary>Complete executions, those in <see cref="Cyclic"/> apart.</summary>
    public required long Executions { get; init; }

    /// <summary>Executions in which an actor waits for ever, those in <see cref="Cyclic"/> apart.</summary>
    public required long Blocked { get; init; }

    /// <summary>Executions that were given up.</summary>
    public required long Truncated { get; init; }

    /// <summary>
    /// Why not every execution of the part was visited; branches that are left are none of the reasons.
    /// </summary>
    public required IReadOnlyList<SearchBound> Bounds { get; init; }

    /// <summary>Outcomes by text.</summary>
    public required IReadOnlyList<OutcomeTally> Outcomes { get; init; }

    /// <summary>One sentence for each kind of violation.</summary>
    public required IReadOnlyList<string> Violations { get; init; }

    /// <summary>The forbidden execution that is the easiest to understand; null if none was found.</summary>
    public required FoundExecution? Found { get; init; }

    /// <summary>Executions in which a read sees what it causes.</summary>
    public required IReadOnlyList<CyclicExecution> Cyclic { get; init; }

    /// <summary>What the actors were seen to do, one text each.</summary>
    public required IReadOnlyList<string> Ways { get; init; }

    /// <summary>What the code does that is not modelled; null if the part came to nothing of that kind.</summary>
    public string? Refusal { get; init; }

    /// <summary>The share that was visited.</summary>
    public string Share { get; init; } = "0/1";

    /// <summary>What is left, in order.</summary>
    public IReadOnlyList<BranchShare> Left { get; init; } = [];

    /// <summary>
    /// Assumptions to begin anew with, because those of the part are wrong; null if they hold so far.
    /// </summary>
    public SearchAssumptions? Learned { get; init; }

    /// <summary>Whether a compare-and-swap that is a full fence has failed in some execution.</summary>
    public required bool HasFailedSwaps { get; init; }

    /// <summary>The result of a part in which the code does what is not modelled: it says nothing else.</summary>
    public static SearchPartResult Refused(string refusal) => new()
    {
        Executions = 0,
        Blocked = 0,
        Truncated = 0,
        Bounds = [],
        Outcomes = [],
        Violations = [],
        Found = null,
        Cyclic = [],
        Ways = [],
        HasFailedSwaps = false,
        Refusal = refusal,
    };
}
