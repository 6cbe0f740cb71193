namespace Scenarios.Litmus;

/// <summary>What a memory model says of a litmus test.</summary>
/// <param name="IsReachable">Whether some execution meets the condition.</param>
/// <param name="Executions">Number of executions.</param>
public sealed record LitmusVerdict(bool IsReachable, long Executions)
{
    /// <summary>Shortens the table.</summary>
    public static implicit operator LitmusVerdict((bool IsReachable, long Executions) pair) =>
        new(pair.IsReachable, pair.Executions);
}
