using Runs.Reports;
using Runs.Tracing;

namespace Stress.Run;

/// <summary>One workload of a run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Order">Order of its folios; of mixed orders the largest.</param>
/// <param name="Seconds">Wall time in seconds, audit included.</param>
/// <param name="Totals">What was done and seen.</param>
/// <param name="Rates">Rates per second of wall time.</param>
/// <param name="ReaderRetries">Retries of accepted snapshots.</param>
/// <param name="WriterWait">Time of write sections.</param>
internal sealed record WorkloadReport(
    string Name,
    int Order,
    double Seconds,
    TotalsReport Totals,
    RatesReport Rates,
    RetriesReport ReaderRetries,
    WaitReport WriterWait)
{
    /// <summary>The smallest order of its folios; <see cref="Order"/> where they do not differ.</summary>
    public required int LeastOrder { get; init; }

    /// <summary>The same figures under each kind of perturbation.</summary>
    public required IReadOnlyDictionary<string, PerturbationReport> ByPerturbation { get; init; }

    /// <summary>For a trace: how many times it was replayed as a whole.</summary>
    public int? Passes { get; init; }

    /// <summary>For a trace: what a pass did; null if none was completed.</summary>
    public TraceReport? Trace { get; init; }
}
