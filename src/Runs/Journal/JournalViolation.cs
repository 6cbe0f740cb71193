using Runs.Reports;

namespace Runs.Journal;

/// <summary>A violation, when it was found. Only the first of a workload are written; rounds count them all.</summary>
/// <param name="Violation">The violation.</param>
public sealed record JournalViolation(ViolationReport Violation) : JournalEntry;
