using Exploration;
using Harness.Processors;
using Harness.Sweeps;
using Scenarios.Litmus;

namespace Stress.Litmus;

/// <summary>What real threads showed of a litmus test, graded by what the model checker says is reachable.</summary>
/// <param name="Test">Name of the test.</param>
/// <param name="Samples">Instances run.</param>
/// <param name="Seconds">Time in seconds.</param>
/// <param name="Complete">Whether the models' searches were: else outcomes may be missing, or have no grade.</param>
/// <param name="Outcomes">Every outcome that a model allows or that was seen, the strongest model first.</param>
internal record LitmusSweep(string Test, long Samples, double Seconds, bool Complete,
    IReadOnlyList<SweptOutcome> Outcomes)
{
    /// <summary>The same by the way in which the threads ran.</summary>
    public IReadOnlyList<SweptMethod> Methods { get; init; } = [];

    /// <summary>Runs a test and grades what it showed.</summary>
    /// <param name="test">One of <see cref="LitmusTests.Names"/>.</param>
    /// <param name="budget">How long the threads run.</param>
    /// <param name="affinity">Where they run.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static LitmusSweep Run(string test, TimeSpan budget, Affinity affinity, CancellationToken cancellation)
    {
        SweepResult result = ScenarioSweep.Run(LitmusTests.Find(test), budget, affinity, cancellation);
        return new LitmusSweep(
            test, result.Samples, Math.Round(result.Seconds, 3), result.IsComplete, result.Outcomes)
        {
            Methods = result.Methods,
        };
    }

    /// <summary>Samples of a grade.</summary>
    public long Count(OutcomeGrade grade) =>
        Outcomes.Where(outcome => outcome.Grade == grade).Sum(outcome => outcome.Samples);
}
