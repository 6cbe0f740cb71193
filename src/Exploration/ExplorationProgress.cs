namespace Exploration;

/// <summary>How far a search has come.</summary>
/// <param name="Executions">Executions so far, blocked ones included.</param>
/// <param name="Elapsed">Time since the start.</param>
/// <param name="EstimatedExecutions">Estimate of <paramref name="Executions"/> of the whole search; null if none can be
/// trusted.</param>
public sealed record ExplorationProgress(long Executions, TimeSpan Elapsed, double? EstimatedExecutions)
{
    /// <summary>Estimate of the part that is over, 0 to 1; null without one.</summary>
    public double? Covered => Executions / EstimatedExecutions;
}
