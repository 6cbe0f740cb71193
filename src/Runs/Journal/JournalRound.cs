using Runs.Reports;

namespace Runs.Journal;

/// <summary>A round was audited.</summary>
/// <param name="Workload">Which workload.</param>
/// <param name="Perturbation">Under which kind of perturbation.</param>
/// <param name="Round">Rounds of the workload under it in this session, this one included.</param>
/// <param name="Seconds">Time of the workload under it in this session.</param>
/// <param name="Totals">What was done and seen under it in this session up to the round's end: the last line is the
/// sum.</param>
/// <param name="Passes">Of a trace: passes completed.</param>
public sealed record JournalRound(
    string Workload, string Perturbation, long Round, double Seconds, TotalsReport Totals, int? Passes) : JournalEntry;
