namespace Runs.Reports;

/// <summary>A cycle of a run: every workload had its turn.</summary>
/// <param name="Seconds">Time of the workloads.</param>
/// <param name="ResidentBytes">Resident set of the process at its end.</param>
public sealed record CycleReport(double Seconds, long ResidentBytes);
