namespace Harness.Sweeps;

/// <summary>What real threads showed of a scenario.</summary>
/// <param name="Samples">Instances run.</param>
/// <param name="Seconds">Time that the threads ran, in seconds.</param>
/// <param name="IsComplete">Whether the models' searches were complete: else outcomes may be missing, or have no
/// grade.</param>
/// <param name="Outcomes">Every outcome that a model allows or that was seen, the strongest model first.</param>
public sealed record SweepResult(long Samples, double Seconds, bool IsComplete, IReadOnlyList<SweptOutcome> Outcomes)
{
    /// <summary>The same by the way in which the threads ran, each with a share of the time.</summary>
    public required IReadOnlyList<SweptMethod> Methods { get; init; }
}
