using System.Globalization;
using Atomics.Programs;
using Campaigns.Merging;
using Exploration;
using Scenarios.Canaries;
using Scenarios.Catalogue;
using Scenarios.Selection;

namespace Campaigns.Tests;

/// <summary>Command lines of tests: <c>explore SCENARIO[:WRITERS] EQUIVALENCE [CANARY]</c>.</summary>
internal sealed class Catalogue : ISearchScenarios
{
    public (ScenarioDeclaration Scenario, ExplorationOptions Options) Find(IReadOnlyList<string> arguments,
        ModelName model)
    {
        string[] name = arguments[1].Split(':');
        ScenarioEntry entry = ScenarioCatalogue.Find(name[0]);
        Canary? canary = arguments.Count > 3 ? CanaryCatalogue.Find(arguments[3]) : null;
        return (
            entry.Create(canary is not null ? entry.DefaultsWith(canary)
                : name.Length == 1 ? entry.Defaults
                : entry.Defaults with { Writers = int.Parse(name[1], CultureInfo.InvariantCulture) }),
            new ExplorationOptions
            {
                Model = model,
                Equivalence = Enum.Parse<Equivalence>(arguments[2]),
                LimitViolations = long.MaxValue,
            });
    }
}
