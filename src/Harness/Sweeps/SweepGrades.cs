using Atomics.Programs;
using Exploration;
using Exploration.Search;

namespace Harness.Sweeps;

/// <summary>
/// The outcome list of a scenario, which jcstress has its users write by hand: here the model checker makes it, by
/// visiting every execution under each model.
/// </summary>
internal sealed class SweepGrades
{
    private readonly OutcomeGrades _grades;

    /// <summary>Explores the scenario under every model.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="options">Limits of each search.</param>
    /// <param name="cancellation">Ends the searches.</param>
    /// <exception cref="ExplorationException">The scenario cannot be explored.</exception>
    public SweepGrades(Scenario scenario, ExplorationOptions options, CancellationToken cancellation) =>
        _grades = OutcomeGrades.Of(scenario, options, cancellation);

    /// <summary>Whether every execution was visited under every model: else an outcome may be left ungraded.</summary>
    public bool IsComplete => _grades.IsComplete;

    /// <summary>Grades what was seen; outcomes that were not are listed with 0 samples.</summary>
    public IReadOnlyList<SweptOutcome> Grade(IReadOnlyDictionary<string, long> seen) =>
        SweptOutcome.Of(_grades, seen);

    /// <summary>Samples of outcomes that no interleaving makes and some model allows.</summary>
    public long CountInteresting(IReadOnlyDictionary<string, long> seen) =>
        seen.Where(outcome => _grades.Grade(outcome.Key, out _) == OutcomeGrade.Interesting)
            .Sum(outcome => outcome.Value);
}
