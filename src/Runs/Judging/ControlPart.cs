namespace Runs.Judging;

/// <summary>What the control run showed under one kind of perturbation.</summary>
/// <param name="Violations">Violations found.</param>
/// <param name="Seconds">Wall time in seconds.</param>
public sealed record ControlPart(long Violations, double Seconds)
{
    /// <summary>Accepted snapshots during which a section began or ended.</summary>
    internal long Meetings { get; init; }
}
