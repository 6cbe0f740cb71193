using Runs.Totals;

namespace Runs.Reports;

/// <summary>Rates per second of wall time, audit included.</summary>
/// <param name="SectionsPerSecond">Write sections.</param>
/// <param name="SnapshotsPerSecond">Accepted snapshots.</param>
public sealed record RatesReport(double SectionsPerSecond, double SnapshotsPerSecond)
{
    /// <summary>Takes the figures of a run.</summary>
    public static RatesReport Of(RunTotals totals) => totals.Seconds == 0
        ? new(0, 0)
        : new(Math.Round(totals.Sections / totals.Seconds), Math.Round(totals.SnapshotsAccepted / totals.Seconds));
}
