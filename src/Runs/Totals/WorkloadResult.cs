using Runs.Auditing;

namespace Runs.Totals;

/// <summary>How one workload ended.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Totals">What was done and seen.</param>
/// <param name="Violations">The first violations.</param>
/// <param name="IsStuck">Whether a worker did not come back within the wait limit.</param>
public sealed record WorkloadResult(string Name, RunTotals Totals, IReadOnlyList<Violation> Violations, bool IsStuck);
