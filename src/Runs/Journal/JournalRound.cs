using Runs.Reports;

namespace Runs.Journal;

/// <summary>A round was audited.</summary>
/// <param name="Workload">Which workload.</param>
/// <param name="Round">Rounds of the workload in this session, this one included.</param>
/// <param name="Seconds">Time of the workload in this session.</param>
/// <param name="Totals">What was done and seen in this session up to the round's end: the last line of a workload is its sum.</param>
/// <param name="Passes">Of a trace: passes completed.</param>
public sealed record JournalRound(string Workload, long Round, double Seconds, TotalsReport Totals, int? Passes) : JournalEntry;
