using Exploration;
using Harness.Sweeps;

namespace Stress.Litmus;

/// <summary>What real threads showed of a litmus test, graded by what the model checker says is reachable.</summary>
/// <param name="Test">Name of the test.</param>
/// <param name="Samples">Instances run.</param>
/// <param name="Seconds">Time in seconds.</param>
/// <param name="Complete">Whether the models' searches were: else outcomes may be missing, or have no grade.</param>
/// <param name="Outcomes">Every outcome that a model allows or that was seen, the strongest model first.</param>
internal sealed record LitmusReport(string Test, long Samples, double Seconds, bool Complete, IReadOnlyList<SweptOutcome> Outcomes)
{
    /// <summary>Samples of a grade.</summary>
    public long Count(OutcomeGrade grade) => Outcomes.Where(outcome => outcome.Grade == grade).Sum(outcome => outcome.Samples);
}
