using Atomics.Programs;
using Exploration.Actors;
using Exploration.Models;
using Exploration.Search;

namespace Exploration;

/// <summary>
/// The exhaustive model checker: runs a scenario's compiled code in every execution that a memory model allows.
/// </summary>
public static class Explorer
{
    /// <summary>Explores a scenario.</summary>
    /// <param name="scenario">A <see cref="Scenario"/> or a <see cref="ModelScenario"/>.</param>
    /// <param name="options">What to explore.</param>
    /// <param name="cancellation">Ends the search with the results so far.</param>
    /// <exception cref="ExplorationException">The scenario cannot be explored: not deterministic, too large, undeclared words.</exception>
    public static ExplorationResult Explore(
        ScenarioDeclaration scenario, ExplorationOptions options, CancellationToken cancellation = default) =>
        Explore(() => Create(scenario), options, cancellation);

    private static ExplorationResult Explore(
        Func<ScenarioInstance> create, ExplorationOptions options, CancellationToken cancellation)
    {
        SearchBudget budget = new(options, cancellation);
        using Program program = new(create());
        ResultCollector collector = new(program, options, budget);
        Random? shuffle = options.ShuffleSeed is int seed ? new Random(seed) : null;
        bool complete = options.Model switch
        {
            ModelName.Sc => new GraphSearch<SequentialConsistency>(program, collector, shuffle).Run(),
            ModelName.Tso => new GraphSearch<TotalStoreOrder>(program, collector, shuffle).Run(),
            _ => new GraphSearch<DotnetModel>(program, collector, shuffle).Run(),
        };
        return new ExplorationResult
        {
            Executions = collector.Executions,
            Blocked = collector.Blocked,
            IsComplete = complete,
            SearchSeconds = budget.Elapsed.TotalSeconds,
            Outcomes = [.. collector.Outcomes
                .Select(entry => new OutcomeCount(entry.Text, entry.Count, entry.Violation))
                .OrderBy(outcome => outcome.Outcome, StringComparer.Ordinal)],
            Violations = [.. collector.Violations.Order(StringComparer.Ordinal)],
            Counterexample = collector.Counterexample.Build(),
            ActorRuns = program.Replays.Sum(replay => replay.Runs),
        };
    }

    private static ScenarioInstance Create(ScenarioDeclaration scenario) => scenario switch
    {
        Scenario plain => plain.Create<ModelMemory>(),
        ModelScenario model => model.Create<ModelMemory>(),
        _ => throw new ExplorationException($"Scenario '{scenario.Name}' is neither a Scenario nor a ModelScenario."),
    };
}
