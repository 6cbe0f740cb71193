using Atomics.Programs;
using Campaigns.Plans;
using Exploration;

namespace Campaigns.Merging;

/// <summary>Turns the command line of a search into what is searched.</summary>
public interface ISearchScenarios
{
    /// <summary>The scenario and the options of a command line.</summary>
    (ScenarioDeclaration Scenario, ExplorationOptions Options) Find(IReadOnlyList<string> arguments, ModelName model);

    /// <summary>The same for a search.</summary>
    (ScenarioDeclaration Scenario, ExplorationOptions Options) Find(PlannedSearch search) =>
        Find(search.Arguments, search.Model);
}
