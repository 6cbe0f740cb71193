using Exploration;
using Harness;
using Harness.Processors;
using Harness.Sweeps;
using Scenarios.Litmus;

namespace Stress.Litmus;

/// <summary>
/// A litmus test on real threads, graded: <c>run --workload litmus:NAME</c>. Before that, store buffering must show an outcome
/// that no interleaving makes: else the threads did not really run at once, and nothing seen means anything.
/// </summary>
internal static class LitmusRun
{
    /// <summary>The test of the control: every machine shows its reordering.</summary>
    public const string Control = "iwp2-3-a-amd4-sb";

    private const string VolatileSuffix = "-volatile";

    /// <summary>Every name: each test with plain and with volatile accesses.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. LitmusCatalogue.Tests.Append(LitmusCatalogue.BlindAdds).SelectMany(test => (string[])[test.Name, test.Name + VolatileSuffix])];

    /// <summary>Runs a test and grades what it showed.</summary>
    public static LitmusReport Run(string name, TimeSpan budget, Affinity affinity, CancellationToken cancellation)
    {
        SweepResult result = ScenarioSweep.Run(Find(name), budget, affinity, cancellation);
        return new LitmusReport(name, result.Samples, Math.Round(result.Seconds, 3), result.IsComplete, result.Outcomes);
    }

    /// <summary>What the graded outcomes mean.</summary>
    /// <param name="report">The test.</param>
    /// <param name="control">The control.</param>
    public static (Verdict Verdict, string Reason) Judge(LitmusReport report, LitmusReport control) => report switch
    {
        _ when report.Count(OutcomeGrade.Forbidden) > 0 => (Verdict.Violation, "an outcome was seen that no model allows"),
        { Complete: false } => (Verdict.Inconclusive, "the search for the grades was ended early: what it would have found is not known"),
        _ when control.Count(OutcomeGrade.Interesting) == 0 => (Verdict.Inconclusive, $"the control {Control} showed no reordering on this machine"),
        { Outcomes.Count: > 1 } when report.Outcomes.Count(outcome => outcome.Samples > 0) < 2 => (Verdict.Inconclusive, "only one outcome came up: the threads did not overlap"),
        _ => (Verdict.Pass, "every outcome seen is allowed by some memory model"),
    };

    private static LitmusScenario Find(string name)
    {
        bool isVolatile = name.EndsWith(VolatileSuffix, StringComparison.Ordinal);
        string plain = isVolatile ? name[..^VolatileSuffix.Length] : name;
        return LitmusCatalogue.Tests.Append(LitmusCatalogue.BlindAdds).First(test => test.Name == plain)
            .ToScenario(isVolatile ? LitmusAccess.Volatile : LitmusAccess.Plain);
    }
}
