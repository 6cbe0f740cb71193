using Runs.Totals;

namespace Runs.Reports;

/// <summary>What was done and seen.</summary>
/// <param name="Sections">Write sections.</param>
/// <param name="Mappings">Pages mapped or unmapped by them.</param>
/// <param name="Splits">Folios split, into smaller ones or into pages.</param>
/// <param name="SnapshotsAccepted">Snapshots accepted.</param>
/// <param name="SnapshotsRetried">Tries that were not accepted.</param>
/// <param name="SnapshotsOverlapped">Accepted snapshots during which a section began or ended.</param>
/// <param name="SnapshotsAudited">Snapshots compared with the truth.</param>
/// <param name="DecisionsAudited">Answers compared with the truth.</param>
/// <param name="Undecided">Answers "maybe shared".</param>
/// <param name="FalseShared">"Shared" though one MM had the folio for itself, of a scheme that may say so.</param>
/// <param name="FalseExclusive">"Exclusive" though several MMs mapped the folio, of a scheme that may say so.</param>
/// <param name="WrongReuses">"May reuse" though several MMs mapped the folio, of a scheme that may say so.</param>
/// <param name="Unjudged">Guesses during which a section began or ended, so that nobody can say which state they were
/// about.</param>
/// <param name="Violations">Violations found.</param>
public sealed record TotalsReport(
    long Sections,
    long Mappings,
    long Splits,
    long SnapshotsAccepted,
    long SnapshotsRetried,
    long SnapshotsOverlapped,
    long SnapshotsAudited,
    long DecisionsAudited,
    long Undecided,
    long FalseShared,
    long FalseExclusive,
    long WrongReuses,
    long Unjudged,
    long Violations)
{
    /// <summary>Takes the figures of a run.</summary>
    public static TotalsReport Of(RunTotals totals) => new(
        totals.Sections,
        totals.Mappings,
        totals.Splits,
        totals.SnapshotsAccepted,
        totals.SnapshotsRetried,
        totals.SnapshotsOverlapped,
        totals.SnapshotsAudited,
        totals.DecisionsAudited,
        totals.Undecided,
        totals.Misjudgements.FalseShared,
        totals.Misjudgements.FalseExclusive,
        totals.Misjudgements.WrongReuses,
        totals.Misjudgements.Unjudged,
        totals.Violations);
}
