using Atomics.Programs;
using Exploration;
using Stress.Explore;

namespace Stress.Litmus;

/// <summary>
/// The outcome list of a scenario, which jcstress has its users write by hand: here the model checker makes it, by visiting every
/// execution under each model.
/// </summary>
internal sealed class LitmusGrades
{
    private static readonly ModelName[] StrongestFirst = [ModelName.Sc, ModelName.Tso, ModelName.Rc11];
    private readonly Dictionary<string, ModelName> _strongest = [];

    /// <summary>Explores the scenario under every model.</summary>
    /// <exception cref="ExplorationException">The scenario cannot be explored.</exception>
    public LitmusGrades(Scenario scenario, CancellationToken cancellation)
    {
        foreach (ModelName model in StrongestFirst)
        {
            ExplorationResult result = Explorer.Explore(scenario, new ExplorationOptions { Model = model }, cancellation);
            IsComplete &= result.IsComplete;
            foreach (OutcomeCount outcome in result.Outcomes)
            {
                _strongest.TryAdd(outcome.Outcome, model);
            }
        }
    }

    /// <summary>Whether every execution was visited: else an outcome that is not listed may be allowed all the same.</summary>
    public bool IsComplete { get; } = true;

    /// <summary>Grades what was seen; outcomes that were not are listed with 0 samples.</summary>
    public IReadOnlyList<LitmusOutcome> Grade(IReadOnlyDictionary<string, long> seen) =>
    [
        .. _strongest
            .OrderBy(each => each.Value)
            .ThenBy(each => each.Key, StringComparer.Ordinal)
            .Select(each => new LitmusOutcome(
                each.Key,
                seen.GetValueOrDefault(each.Key),
                each.Value == ModelName.Sc ? LitmusGrade.Acceptable : LitmusGrade.Interesting,
                ModelWords.Of(each.Value))),
        .. seen
            .Where(each => !_strongest.ContainsKey(each.Key))
            .OrderBy(each => each.Key, StringComparer.Ordinal)
            .Select(each => new LitmusOutcome(each.Key, each.Value, LitmusGrade.Forbidden, null)),
    ];
}
