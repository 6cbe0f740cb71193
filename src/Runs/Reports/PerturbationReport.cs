using Runs.Totals;

namespace Runs.Reports;

/// <summary>What was done and seen under one kind of perturbation.</summary>
/// <param name="Seconds">Wall time in seconds, audit included.</param>
/// <param name="Totals">What was done and seen.</param>
/// <param name="Rates">Rates per second of wall time.</param>
/// <param name="ReaderRetries">Retries of accepted snapshots.</param>
/// <param name="WriterWait">Time of write sections.</param>
public sealed record PerturbationReport(
    double Seconds, TotalsReport Totals, RatesReport Rates, RetriesReport ReaderRetries, WaitReport WriterWait)
{
    /// <summary>Takes the figures of a run.</summary>
    public static PerturbationReport Of(RunTotals totals) => new(
        Math.Round(totals.Seconds, 3),
        TotalsReport.Of(totals),
        RatesReport.Of(totals),
        RetriesReport.Of(totals),
        WaitReport.Of(totals));

    /// <summary>Takes the figures of a run, each kind by itself.</summary>
    public static IReadOnlyDictionary<string, PerturbationReport> Of(PerturbedTotals totals) =>
        totals.Parts.ToDictionary(part => part.Kind, part => Of(part.Totals));
}
