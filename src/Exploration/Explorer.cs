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
        ulong commuting = options.Equivalence == Equivalence.Observation ? (1UL << program.Initial.Length) - 1 : 0;
        ResultCollector collector;
        bool complete;
        ulong ordered;
        do
        {
            collector = new ResultCollector(program, options, budget);
            complete = Search(program, collector, options, commuting, out ordered);
            commuting &= ~ordered;
        }
        while (ordered != 0);

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

    private static bool Search(
        Program program, ResultCollector collector, ExplorationOptions options, ulong commuting, out ulong ordered) => options.Model switch
        {
            ModelName.Sc => Search<SequentialConsistency>(program, collector, options, commuting, out ordered),
            ModelName.Tso => Search<TotalStoreOrder>(program, collector, options, commuting, out ordered),
            _ => Search<DotnetModel>(program, collector, options, commuting, out ordered),
        };

    private static bool Search<TModel>(
        Program program, ResultCollector collector, ExplorationOptions options, ulong commuting, out ulong ordered)
        where TModel : struct, IMemoryModel
    {
        Random? shuffle = options.ShuffleSeed is int seed ? new Random(seed) : null;
        GraphSearch<TModel> search = new(program, collector, shuffle, commuting);
        bool complete = search.Run();
        ordered = search.MustOrder;
        return complete;
    }

    private static ScenarioInstance Create(ScenarioDeclaration scenario) => scenario switch
    {
        Scenario plain => plain.Create<ModelMemory>(),
        ModelScenario model => model.Create<ModelMemory>(),
        _ => throw new ExplorationException($"Scenario '{scenario.Name}' is neither a Scenario nor a ModelScenario."),
    };
}
