using Harness.Hosts;
using Runs.Auditing;
using Runs.Journal;
using Runs.Reports;
using Runs.Totals;

namespace Shared;

/// <summary>Makes the lines of journals.</summary>
internal static class JournalLog
{
    public static JournalStart Start(int session = 1, string? commit = null) =>
        new(session, BuildInfo.Version, commit ?? BuildInfo.Commit, DateTime.UnixEpoch, 1, 30,
            ["run", "--workload", "hot"]);

    /// <summary>The kind of perturbation that lines have unless told otherwise.</summary>
    public const string Kind = "light";

    public static JournalRound Round(string workload, long round, long sections, string perturbation = Kind) =>
        new(workload, perturbation, round, round, Totals(sections), null);

    public static TotalsReport Totals(long sections)
    {
        RunTotals totals = new();
        totals.Add(new WorkerCounts
        {
            Sections = sections,
            Mappings = 2 * sections,
            SnapshotsAccepted = 3 * sections,
            MaybeShared = sections
        });
        totals.AddFindings(3 * sections, 4 * sections, new Misjudgements { Unjudged = sections }, 0, 0);
        return TotalsReport.Of(totals);
    }

    public static JournalViolation Violation(string workload, string kind = "snapshot") =>
        new(new ViolationReport(workload, Kind, kind, "this", "that", 7, 1));

    /// <summary>Writes a journal of one file.</summary>
    public static void Write(string folder, params JournalEntry[] entries)
    {
        using JournalWriter writer = new(folder);
        foreach (JournalEntry entry in entries)
        {
            writer.Append(entry);
        }
    }
}
