namespace Exploration;

/// <summary>What kept a search from visiting every execution.</summary>
public enum BoundKind
{
    /// <summary><see cref="ExplorationOptions.LimitExecutions"/>.</summary>
    ExecutionLimit,

    /// <summary><see cref="ExplorationOptions.LimitViolations"/>.</summary>
    ViolationLimit,

    /// <summary><see cref="ExplorationOptions.TimeBudget"/>.</summary>
    TimeBudget,

    /// <summary>The cancellation token.</summary>
    Interruption,

    /// <summary>Some execution is too large.</summary>
    ExecutionSize,

    /// <summary>Some actor loops without end, in turns that cannot be cut.</summary>
    EndlessLoop,

    /// <summary><see cref="ExplorationOptions.PreemptionBound"/>, where an execution needs more.</summary>
    Preemptions,
}
