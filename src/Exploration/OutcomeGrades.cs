using Atomics.Programs;

namespace Exploration;

/// <summary>
/// For each outcome of a scenario the strongest memory model that allows it: what hardware shows can be graded by it, as
/// acceptable (sequentially consistent), interesting (weaker models only) or forbidden (absent).
/// </summary>
public static class OutcomeGrades
{
    /// <summary>Explores a scenario under every model.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="options">Workers, equivalence and limits; its model is not used.</param>
    /// <param name="cancellation">Ends the search; what was not visited is absent.</param>
    public static IReadOnlyDictionary<string, ModelName> Of(
        ScenarioDeclaration scenario, ExplorationOptions options, CancellationToken cancellation = default)
    {
        Dictionary<string, ModelName> grades = [];
        foreach (ModelName model in Enum.GetValues<ModelName>())
        {
            ExplorationResult result = Explorer.Explore(
                scenario, options with { Model = model, PreemptionBound = null, LimitViolations = long.MaxValue, OnProgress = null }, cancellation);
            foreach (OutcomeCount outcome in result.Outcomes)
            {
                grades.TryAdd(outcome.Outcome, model);
            }
        }

        return grades;
    }
}
