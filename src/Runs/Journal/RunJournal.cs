using Harness;
using Runs.Auditing;
using Runs.Reports;
using Runs.Totals;

namespace Runs.Journal;

/// <summary>Writes what happens in a session of a run into its journal.</summary>
/// <param name="writer">The journal.</param>
/// <param name="start">The session.</param>
public sealed class RunJournal(JournalWriter writer, JournalStart start) : IDisposable
{
    /// <summary>The largest integer that every reader of JSON takes as it is.</summary>
    private const long MaxExactJsonInteger = (1L << 53) - 1;

    /// <summary>Where the seed of a session comes from; the first has the one of the command line.</summary>
    public static long SeedOf(long seed, int session) =>
        session == 1 ? seed : (long)(new Prng(seed, session).Next() & MaxExactJsonInteger);

    /// <summary>Why nothing has been written since some moment; null while all is well.</summary>
    public string? Failure => writer.Failure;

    /// <summary>The session begins.</summary>
    public void Begin() => writer.Append(start, toDisk: true);

    /// <summary>A round was audited. Called with every worker parked, so it does not wait for the disk.</summary>
    public void Round(string workload, string perturbation, long round, RunTotals totals, int? passes) =>
        writer.Append(new JournalRound(workload, perturbation, round, Rounded(totals.Seconds),
            TotalsReport.Of(totals), passes));

    /// <summary>A statistics interval has passed.</summary>
    public void Statistics(string workload, string perturbation, RunTotals totals) => writer.Append(
        new JournalStatistics(
            workload,
            perturbation,
            Rounded(totals.Seconds),
            TotalsReport.Of(totals),
            JournalSum.PairsOf(totals.Retries),
            JournalSum.PairsOf(totals.SectionNanoseconds),
            Environment.WorkingSet),
        toDisk: true);

    /// <summary>A violation was found.</summary>
    public void Found(string workload, string perturbation, Violation violation) =>
        writer.Append(new JournalViolation(ViolationReport.Of(violation, workload, perturbation, start.Seed)),
            toDisk: true);

    /// <summary>The session ends.</summary>
    public void End(Verdict verdict, string reason) => writer.Append(new JournalEnd(verdict, reason), toDisk: true);

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();

    private static double Rounded(double seconds) => Math.Round(seconds, 6);
}
