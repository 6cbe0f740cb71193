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

    /// <summary>A write may become visible before an earlier read in a way that the search does not follow.</summary>
    LoadBuffering,

    /// <summary>
    /// Passed if a failed compare-and-swap is a full fence, as documented, but not if it only acquires, as in Arm64
    /// code of today.
    /// </summary>
    FailedSwap,

    /// <summary><see cref="ExplorationOptions.PreemptionBound"/>, where an execution needs more.</summary>
    Preemptions,

    /// <summary><see cref="ExplorationOptions.Sample"/>: executions were drawn, and not visited.</summary>
    Sample,
}
