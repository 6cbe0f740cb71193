using Exploration;
using Exploration.Search;

namespace Harness.Sweeps;

/// <summary>An outcome of a scenario: how often real threads showed it, and what it means.</summary>
/// <param name="Outcome">Registers and final values on one line.</param>
/// <param name="Samples">How often it was seen, 0 for a reachable outcome that was not.</param>
/// <param name="Grade">What it means.</param>
/// <param name="ReachableUnder">The strongest model that allows it: <c>sc</c>, <c>tso</c>, <c>dotnet</c> or
/// <c>rc11</c>; null if none does, and without a grade.</param>
public sealed record SweptOutcome(string Outcome, long Samples, OutcomeGrade Grade, string? ReachableUnder)
{
    /// <summary>Grades what was seen; outcomes that a model allows and that were not seen have 0 samples.</summary>
    /// <param name="grades">What the models allow; null if nobody knows.</param>
    /// <param name="seen">Samples by outcome.</param>
    public static IReadOnlyList<SweptOutcome> Of(OutcomeGrades? grades, IReadOnlyDictionary<string, long> seen) =>
    [
        .. (grades?.Reachable ?? []).Union(seen.Keys)
            .Select(outcome => Of(grades, outcome, seen.GetValueOrDefault(outcome)))
            .OrderBy(each => each.Grade)
            .ThenBy(each => each.ReachableUnder is string word ? ModelWords.Parse(word) : ModelName.Sc)
            .ThenBy(each => each.Outcome, StringComparer.Ordinal),
    ];

    private static SweptOutcome Of(OutcomeGrades? grades, string outcome, long samples)
    {
        ModelName? strongest = null;
        OutcomeGrade grade = grades?.Grade(outcome, out strongest) ?? OutcomeGrade.Ungraded;
        return new SweptOutcome(outcome, samples, grade, strongest is ModelName model ? ModelWords.Of(model) : null);
    }
}
