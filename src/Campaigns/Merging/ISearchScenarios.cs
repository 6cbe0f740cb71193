using Atomics.Programs;
using Campaigns.Plans;
using Exploration;

namespace Campaigns.Merging;

/// <summary>Turns the command line of a search into what is searched.</summary>
public interface ISearchScenarios
{
    /// <summary>The scenario and the options of a command line.</summary>
    (ScenarioDeclaration Scenario, ExplorationOptions Options) Find(IReadOnlyList<string> arguments, ModelName model);

    /// <summary>What tells the code that a command line is about from any other; empty if it is a part of the
    /// build.</summary>
    string CodeOf(IReadOnlyList<string> arguments);

    /// <summary>The scenario and the options of a planned search.</summary>
    /// <exception cref="CampaignException">Its code is another one now.</exception>
    (ScenarioDeclaration Scenario, ExplorationOptions Options) Find(PlannedSearch search) =>
        CodeOf(search.Arguments) == search.Code
            ? Find(search.Arguments, search.Model)
            : throw new CampaignException(
                $"'{string.Join(' ', search.Arguments)}' is about other code, or another runtime, than when it was "
                + "planned; accepted: the same assemblies, or a new plan");
}
