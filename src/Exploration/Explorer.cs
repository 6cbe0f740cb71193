using Atomics.Programs;
using Exploration.Actors;
using Exploration.Counterexamples;
using Exploration.Counterexamples.Sites;
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
        ScenarioDeclaration scenario, ExplorationOptions options, CancellationToken cancellation = default)
    {
        ExplorationResult result = Explore(() => Create(scenario), options, cancellation);
        return options.FindsSites && result.Counterexample is Counterexample found
            ? result with { Counterexample = FindSites(scenario, found) }
            : result;
    }

    /// <summary>Gives each step of a counterexample the file and line of its operation in the present code.</summary>
    /// <param name="scenario">The scenario, in the size and variant that the counterexample is from.</param>
    /// <param name="counterexample">The counterexample, such as one of an earlier report.</param>
    /// <remarks>
    /// The lines are those of debug information: a statement of several lines has the first of them. With
    /// <c>TieredCompilation</c> turned off, an operation in a method that was inlined has the line of the call.
    /// </remarks>
    public static Counterexample FindSites(ScenarioDeclaration scenario, Counterexample counterexample) =>
        StepSites.AddTo(scenario, counterexample);

    /// <summary>Runs a scenario through the steps of a counterexample and asks it to judge that one execution again.</summary>
    /// <param name="scenario">The scenario, in the size and variant that the counterexample is from.</param>
    /// <param name="model">The memory model.</param>
    /// <param name="steps">The steps.</param>
    /// <returns>What is wrong with the execution; null if the scenario allows it.</returns>
    /// <exception cref="ExplorationException">A step does not fit the scenario, or the model does not allow it.</exception>
    public static string? Replay(ScenarioDeclaration scenario, ModelName model, IReadOnlyList<CounterexampleStep> steps)
    {
        using Program program = new(Create(scenario));
        return model switch
        {
            ModelName.Sc => CounterexampleReplay<SequentialConsistency>.Run(program, steps),
            ModelName.Tso => CounterexampleReplay<TotalStoreOrder>.Run(program, steps),
            _ => CounterexampleReplay<DotnetModel>.Run(program, steps),
        };
    }

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
