using Stress.Bench.Cases;

namespace Stress.Bench.Accuracy;

/// <summary>Answers of a scheme against the truth, on one workload.</summary>
/// <param name="Workload">Name of the workload, or file name of the trace.</param>
/// <param name="Scheme">Name of the scheme.</param>
/// <param name="Protocol">How its writers meet.</param>
/// <param name="Decisions">Answers, each on behalf of an MM that maps the folio.</param>
/// <param name="FalseShared">"Shared" though the MM maps the folio alone.</param>
/// <param name="FalseExclusive">"Exclusive" though another MM maps it too.</param>
/// <param name="Undecided">"Maybe shared".</param>
/// <param name="CowFaults">Copy-on-write faults that asked whether to reuse.</param>
/// <param name="CopiesAvoidable">Faults that copied though the MM had the folio for itself: what a precise scheme
/// saves.</param>
/// <param name="WrongReuses">Faults that reused though another MM maps the folio: memory that leaks between
/// processes.</param>
internal sealed record AccuracyRow(
    string Workload,
    string Scheme,
    string Protocol,
    long Decisions,
    long FalseShared,
    long FalseExclusive,
    long Undecided,
    long CowFaults,
    long CopiesAvoidable,
    long WrongReuses)
{
    /// <summary>What was counted beside a scheme.</summary>
    public static AccuracyRow Of(string workload, BenchScheme scheme, Truth truth) => new(
        workload,
        scheme.Name,
        scheme.Protocol,
        truth.Decisions,
        truth.FalseShared,
        truth.FalseExclusive,
        truth.Undecided,
        truth.CowFaults,
        truth.CopiesAvoidable,
        truth.WrongReuses);
}
