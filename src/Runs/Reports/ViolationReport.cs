using Runs.Auditing;

namespace Runs.Reports;

/// <summary>A violation.</summary>
/// <param name="Workload">Where it was found.</param>
/// <param name="Perturbation">Under which kind of perturbation.</param>
/// <param name="Kind">What was violated: <c>snapshot</c>, <c>answer</c>, <c>reuse</c>, <c>stamp</c>, <c>number</c>,
/// <c>mappings</c>, <c>freed</c> or <c>rmap-id</c>.</param>
/// <param name="Expected">What the sections logged allow.</param>
/// <param name="Observed">What was seen.</param>
/// <param name="Stamp">The sequence number at which it was seen, if it has one.</param>
/// <param name="Seed">Seed of the run.</param>
public sealed record ViolationReport(
    string Workload, string Perturbation, string Kind, string Expected, string Observed, long? Stamp, long Seed)
{
    /// <summary>Describes a violation.</summary>
    public static ViolationReport Of(Violation violation, string workload, string perturbation, long seed) =>
        new(workload, perturbation, violation.Kind, violation.Expected, violation.Observed, violation.Stamp, seed);
}
