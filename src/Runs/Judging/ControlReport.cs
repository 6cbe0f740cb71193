namespace Runs.Judging;

/// <summary>What the control run showed: whether this machine's interleavings make the audit fire.</summary>
/// <param name="Canary">The broken variant that was run first.</param>
/// <param name="Violations">Violations found in it.</param>
/// <param name="Seconds">Wall time in seconds.</param>
public sealed record ControlReport(string Canary, long Violations, double Seconds)
{
    /// <summary>
    /// Under each kind of perturbation that the run itself has, by <see cref="Harness.Teams.Perturbation.Name"/>: where
    /// nothing is found, a clean run proves nothing. Empty if the control has no such kinds.
    /// </summary>
    public IReadOnlyDictionary<string, ControlPart> ByPerturbation { get; init; } =
        new Dictionary<string, ControlPart>();

    /// <summary>The first kind under which nothing was found; null if there is none.</summary>
    internal string? Missed => ByPerturbation.FirstOrDefault(part => part.Value.Violations == 0).Key;
}
