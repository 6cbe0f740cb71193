using Exploration.Counterexamples;
using Stress.Reporting;

namespace Stress.Explore;

/// <summary>The violations of a search as findings.</summary>
internal static class ExploreFindings
{
    /// <summary>The violation that the counterexample shows comes first, with its steps.</summary>
    /// <param name="explored">Name of the scenario or class.</param>
    /// <param name="violations">What is wrong, one sentence for each kind.</param>
    /// <param name="counterexample">A forbidden execution, or null.</param>
    public static IReadOnlyList<Finding> Of(string explored, IReadOnlyList<string> violations,
        Counterexample? counterexample) =>
    [
        .. violations.Select(violation => new Finding($"explore/{explored}", violation)
        {
            Steps = counterexample is { } shown && shown.Violation == violation ? [.. shown.Steps.Select(ToStep)] : [],
        }).OrderBy(finding => finding.Steps.Count == 0),
    ];

    private static FindingStep ToStep(CounterexampleStep step) =>
        new(step.Thread, step.ToText(), step.File is null ? null : SourceRoot.Shorten(step.File), step.Line);
}
