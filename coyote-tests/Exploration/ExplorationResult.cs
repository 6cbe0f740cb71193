namespace CoyoteTests.Exploration;

/// <summary>What one exploration found, and what it covered.</summary>
public sealed record ExplorationResult
{
    public required string Scenario { get; init; }

    public required string Strategy { get; init; }

    /// <summary>Actors of the scenario.</summary>
    public required int Actors { get; init; }

    public required uint Seed { get; init; }

    /// <summary>Schedules run, the one with the violation included.</summary>
    public required int Schedules { get; init; }

    /// <summary>Different orders of the actors' accesses.</summary>
    public required int DistinctSchedules { get; init; }

    /// <summary>Schedules in which an actor acted between two accesses of another.</summary>
    public required int InterleavedSchedules { get; init; }

    /// <summary>Schedules in which an actor waited for another.</summary>
    public required int WaitingSchedules { get; init; }

    /// <summary>Schedules that were cut short: by the bound on steps, a deadlock or an exception in an actor.</summary>
    public required int BoundedSchedules { get; init; }

    /// <summary>Execution classes: reads-from and modification order.</summary>
    public required int Classes { get; init; }

    /// <summary>How often each outcome was seen.</summary>
    public required IReadOnlyDictionary<string, int> Outcomes { get; init; }

    /// <summary>
    /// What was observed and what was expected, or who is stuck waiting for what; null without a violation.
    /// </summary>
    public required string? Violation { get; init; }

    /// <summary>The schedule that led to it, as Coyote's <c>.trace</c> file holds it; else empty.</summary>
    public required string Trace { get; init; }

    /// <summary>Most threads that could run at once.</summary>
    public required int MaxConcurrency { get; init; }

    /// <summary>Calls that Coyote saw and does not control.</summary>
    public required IReadOnlyList<string> Uncontrolled { get; init; }

    /// <summary>Wall time.</summary>
    public required double Seconds { get; init; }

    public bool Found => Violation is not null;

    /// <summary>The command line's way to say where this result came from.</summary>
    public override string ToString() => $"{Scenario}, {Strategy}, seed {Seed}, {Schedules} schedules";
}
