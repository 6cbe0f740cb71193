using System.Globalization;
using Atomics.Programs;
using Campaigns.Merging;
using Exploration;
using Scenarios.Canaries;
using Scenarios.Catalogue;
using Scenarios.Selection;
using Weaving;

namespace Campaigns.Tests;

/// <summary>
/// Command lines of tests: <c>explore SCENARIO[:WRITERS] EQUIVALENCE [CANARY]</c>, where a name with a dot is that of a
/// class, of <c>tests/Cases</c> or of these tests; <c>added-late</c> is <see cref="AddedLate"/>.
/// </summary>
internal sealed class Catalogue : ISearchScenarios
{
    private static readonly Lazy<WovenAssembly> s_cases = new(() =>
        WovenAssembly.Load(Repository.PathOf("artifacts", "bin", "Cases", "release", "OpenCases.dll")));
    private static readonly Lazy<WovenAssembly> s_tests = new(() =>
        WovenAssembly.Load(typeof(Catalogue).Assembly.Location));

    /// <summary>What tells the code of classes from any other.</summary>
    public string Code { get; set; } = "the code";

    public string CodeOf(IReadOnlyList<string> arguments) =>
        arguments[1].Contains('.', StringComparison.Ordinal) ? Code : "";

    public (ScenarioDeclaration Scenario, ExplorationOptions Options) Find(IReadOnlyList<string> arguments,
        ModelName model)
    {
        if (arguments[1].Contains('.', StringComparison.Ordinal))
        {
            WovenAssembly assembly = (arguments[1] == typeof(Stacked).FullName ? s_tests : s_cases).Value;
            return (CodeExplorer.ScenarioOf(assembly, arguments[1]), OptionsOf(arguments, model));
        }

        if (arguments[1] == AddedLate.ScenarioName)
        {
            return (new AddedLate(), OptionsOf(arguments, model));
        }

        string[] name = arguments[1].Split(':');
        ScenarioEntry entry = ScenarioCatalogue.Find(name[0]);
        Canary? canary = arguments.Count > 3 ? CanaryCatalogue.Find(arguments[3]) : null;
        return (
            entry.Create(canary is not null ? entry.DefaultsWith(canary)
                : name.Length == 1 ? entry.Defaults
                : entry.Defaults with { Writers = int.Parse(name[1], CultureInfo.InvariantCulture) }),
            OptionsOf(arguments, model));
    }

    private static ExplorationOptions OptionsOf(IReadOnlyList<string> arguments, ModelName model) => new()
    {
        Model = model,
        Equivalence = Enum.Parse<Equivalence>(arguments[2]),
        LimitViolations = long.MaxValue,
    };
}
