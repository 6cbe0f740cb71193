using Runs.Totals;

namespace Runs.Judging;

/// <summary>What this machine showed of one canary under one kind of perturbation.</summary>
/// <param name="Canary">The canary.</param>
/// <param name="Perturbation">The kind, by <see cref="Harness.Teams.Perturbation.Name"/>.</param>
/// <param name="Found">Whether the audit found it.</param>
/// <param name="Seconds">Wall time in seconds until it was found, or until it was given up.</param>
/// <param name="MeetingsPerSecond">Accepted snapshots a second during which a section began or ended.</param>
public sealed record CalibrationEntry(
    string Canary, string Perturbation, bool Found, double Seconds, double MeetingsPerSecond)
{
    internal static CalibrationEntry Of(string canary, string kind, RunTotals totals) =>
        Of(canary, kind, totals.Violations, totals.Seconds, totals.SnapshotsOverlapped);

    internal static CalibrationEntry Of(string canary, string kind, ControlPart part) =>
        Of(canary, kind, part.Violations, part.Seconds, part.Meetings);

    private static CalibrationEntry Of(string canary, string kind, long violations, double seconds, long meetings) =>
        new(canary, kind, violations > 0, Math.Round(seconds, 3), seconds > 0 ? Math.Round(meetings / seconds) : 0);
}
