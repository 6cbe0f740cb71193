namespace Runs.Judging;

/// <summary>What the control run showed: whether this machine's interleavings make the audit fire.</summary>
/// <param name="Canary">The broken variant that was run first.</param>
/// <param name="Violations">Violations found in it; without any, a clean run proves nothing.</param>
/// <param name="Seconds">Wall time in seconds.</param>
public sealed record ControlReport(string Canary, long Violations, double Seconds);
