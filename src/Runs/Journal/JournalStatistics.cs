using Runs.Reports;

namespace Runs.Journal;

/// <summary>A statistics interval has passed. The totals may be ahead of the audit.</summary>
/// <param name="Workload">Which workload.</param>
/// <param name="Perturbation">Under which kind of perturbation.</param>
/// <param name="Seconds">Time of the workload under it in this session.</param>
/// <param name="Totals">What was done and seen under it in this session.</param>
/// <param name="Retries">Retries of accepted snapshots that had any: pairs of a number of retries and how often it was
/// needed.</param>
/// <param name="SectionNanoseconds">Time of write sections, a sample: pairs of nanoseconds and how often they were
/// taken.</param>
/// <param name="MemoryBytes">Memory of the process: its resident set.</param>
public sealed record JournalStatistics(
    string Workload,
    string Perturbation,
    double Seconds,
    TotalsReport Totals,
    IReadOnlyList<long[]> Retries,
    IReadOnlyList<long[]> SectionNanoseconds,
    long MemoryBytes) : JournalEntry;
