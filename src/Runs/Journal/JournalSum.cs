using HdrHistogram;
using Runs.Auditing;
using Runs.Reports;
using Runs.Totals;

namespace Runs.Journal;

/// <summary>
/// What the finished rounds of earlier sessions did with one workload under one kind of perturbation.
/// </summary>
public sealed class JournalSum
{
    private JournalRound? _round;
    private JournalStatistics? _statistics;
    private long _violations;

    /// <summary>The sum.</summary>
    public RunTotals Totals { get; } = new();

    /// <summary>Rounds.</summary>
    public long Rounds { get; private set; }

    /// <summary>Of a trace: passes.</summary>
    public int? Passes { get; private set; }

    /// <summary>Takes a line of the present session; the last of each kind counts.</summary>
    public void Take(JournalRound round) => _round = round;

    /// <inheritdoc cref="Take(JournalRound)"/>
    public void Take(JournalStatistics statistics) => _statistics = statistics;

    /// <summary>Counts a violation of the present session.</summary>
    public void TakeViolation() => _violations++;

    /// <summary>Ends the present session: its last round is its sum, but for violations found behind it.</summary>
    public void EndSession()
    {
        Totals.AddFindings(0, 0, new Misjudgements(), Math.Max(0, _violations - (_round?.Totals.Violations ?? 0)), 0);
        if (_round is { Totals: TotalsReport totals })
        {
            WorkerCounts counts = new()
            {
                Sections = totals.Sections,
                Mappings = totals.Mappings,
                Splits = totals.Splits,
                SnapshotsAccepted = totals.SnapshotsAccepted,
                SnapshotsRetried = totals.SnapshotsRetried,
                SnapshotsOverlapped = totals.SnapshotsOverlapped,
                MaybeShared = totals.Undecided,
            };
            Restore(counts.Retries, _statistics?.Retries);
            Restore(counts.SectionNanoseconds, _statistics?.SectionNanoseconds);
            Totals.Add(counts);
            Totals.AddFindings(totals.SnapshotsAudited, totals.DecisionsAudited, MisjudgementsOf(totals),
                totals.Violations, _round.Seconds);
            Rounds += _round.Round;
            Passes = _round.Passes is int passes ? (Passes ?? 0) + passes : Passes;
        }

        _round = null;
        _statistics = null;
        _violations = 0;
    }

    /// <summary>The pairs that a statistics line has of a histogram.</summary>
    public static IReadOnlyList<long[]> PairsOf(LongHistogram histogram) =>
        [.. histogram.RecordedValues()
            .Select(each => new[] { each.ValueIteratedTo, each.CountAddedInThisIterationStep })];

    private static void Restore(LongHistogram histogram, IReadOnlyList<long[]>? pairs)
    {
        foreach (long[] pair in pairs ?? [])
        {
            histogram.RecordValueWithCount(pair[0], pair[1]);
        }
    }

    private static Misjudgements MisjudgementsOf(TotalsReport totals) => new()
    {
        FalseShared = totals.FalseShared,
        FalseExclusive = totals.FalseExclusive,
        WrongReuses = totals.WrongReuses,
        Unjudged = totals.Unjudged,
    };
}
