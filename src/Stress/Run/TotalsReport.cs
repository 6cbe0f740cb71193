using Stress.Execution;

namespace Stress.Run;

/// <summary>What was done and seen.</summary>
/// <param name="Sections">Write sections.</param>
/// <param name="Mappings">Pages mapped or unmapped by them.</param>
/// <param name="SnapshotsAccepted">Snapshots accepted.</param>
/// <param name="SnapshotsRetried">Tries that were not accepted.</param>
/// <param name="SnapshotsOverlapped">Accepted snapshots during which a section began or ended.</param>
/// <param name="SnapshotsAudited">Snapshots compared with the truth.</param>
/// <param name="DecisionsAudited">Answers compared with the truth.</param>
/// <param name="Violations">Violations found.</param>
internal sealed record TotalsReport(
    long Sections,
    long Mappings,
    long SnapshotsAccepted,
    long SnapshotsRetried,
    long SnapshotsOverlapped,
    long SnapshotsAudited,
    long DecisionsAudited,
    long Violations)
{
    /// <summary>Takes the figures of a run.</summary>
    public static TotalsReport Of(RunTotals totals) => new(
        totals.Sections,
        totals.Mappings,
        totals.SnapshotsAccepted,
        totals.SnapshotsRetried,
        totals.SnapshotsOverlapped,
        totals.SnapshotsAudited,
        totals.DecisionsAudited,
        totals.Violations);
}
