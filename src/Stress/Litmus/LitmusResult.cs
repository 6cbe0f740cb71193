using System.Text.Json.Serialization;
using Exploration;
using Harness;

namespace Stress.Litmus;

/// <summary>A litmus test, judged.</summary>
/// <param name="Verdict">What it concludes.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Seen">What real threads showed.</param>
internal sealed record LitmusResult(Verdict Verdict, string Reason, [property: JsonIgnore] LitmusSweep Seen)
    : LitmusSweep(Seen)
{
    /// <summary>Judges what was seen.</summary>
    /// <param name="seen">The test.</param>
    /// <param name="control">The control.</param>
    public static LitmusResult Of(LitmusSweep seen, LitmusSweep control)
    {
        (Verdict verdict, string reason) =
            seen.Count(OutcomeGrade.Forbidden) > 0 ? (Verdict.Violation, "an outcome was seen that no model allows")
            : !seen.Complete ? (Verdict.Inconclusive,
                "the search for the grades was ended early: what it would have found is not known")
            : control.Count(OutcomeGrade.Interesting) == 0
                ? (Verdict.Inconclusive, $"the control {control.Test} showed no reordering on this machine")
            : seen.Outcomes.Count > 1 && seen.Outcomes.Count(outcome => outcome.Samples > 0) < 2
                ? (Verdict.Inconclusive, "only one outcome came up: the threads did not overlap")
            : (Verdict.Pass, "every outcome seen is allowed by some memory model");
        return new LitmusResult(verdict, reason, seen);
    }
}
