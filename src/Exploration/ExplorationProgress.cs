namespace Exploration;

/// <summary>How far a search has come.</summary>
/// <param name="Executions">Executions so far, blocked ones included.</param>
/// <param name="Elapsed">Time since the start.</param>
/// <param name="Covered">
/// Estimate of the part that is over, 0 to 1: exact at the end, and before it as good as the branches of the search are equally
/// large.
/// </param>
public sealed record ExplorationProgress(long Executions, TimeSpan Elapsed, double Covered)
{
    /// <summary>Estimate of the executions of the whole search; null before anything is covered.</summary>
    public double? EstimatedExecutions => Covered > 0 ? Executions / Covered : null;
}
