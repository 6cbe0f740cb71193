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
        using WorkerTeam team = new(create, options, budget);
        ulong commuting = options.Equivalence == Equivalence.Observation ? team.AllLocations : 0;
        ulong ordered;
        do
        {
            ordered = options.Model switch
            {
                ModelName.Sc => team.Search<SequentialConsistency>(commuting),
                ModelName.Tso => team.Search<TotalStoreOrder>(commuting),
                _ => team.Search<DotnetModel>(commuting),
            };
            commuting &= ~ordered;
        }
        while (ordered != 0 && !budget.IsSpent);

        return team.Report();
    }

    private static ScenarioInstance Create(ScenarioDeclaration scenario) => scenario switch
    {
        Scenario plain => plain.Create<ModelMemory>(),
        ModelScenario model => model.Create<ModelMemory>(),
        _ => throw new ExplorationException($"Scenario '{scenario.Name}' is neither a Scenario nor a ModelScenario."),
    };
}
