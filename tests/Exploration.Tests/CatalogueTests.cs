using System.Globalization;
using System.Text.RegularExpressions;
using Scenarios.Catalogue;

namespace Exploration.Tests;

public partial class CatalogueTests
{
    public static TheoryData<string> Names => [.. ScenarioCatalogue.All.Select(entry => entry.Name)];

    /// <summary>Complete and passed, and as many executions as docs/CHECKERS.md says.</summary>
    [Theory, MemberData(nameof(Names))]
    public void Every_scenario_passes_completely_under_every_model(string name)
    {
        ScenarioEntry entry = ScenarioCatalogue.Find(name);
        List<string> sizes = [];
        foreach (ModelName model in Enum.GetValues<ModelName>())
        {
            ExplorationResult result = Explorer.Explore(
                entry.Create(entry.Defaults), new ExplorationOptions { Model = model },
                TestContext.Current.CancellationToken);
            Assert.True(result.IsComplete,
                $"{model}: {string.Join(", ", result.Bounds.Select(bound => bound.Reason))}");
            Assert.Empty(result.Violations);
            Assert.True(result.Executions > 0);
            sizes.Add(result.Blocked == 0
                ? Text(result.Executions)
                : $"{Text(result.Executions)} + {Text(result.Blocked)}");
        }

        Match row = Regex.Match(Document(),
            $@"(?m)^\| `{Regex.Escape(name)}` \| [^|]* \| [a-z-]+ \| (?<sizes>[^|]*\|[^|]*\|[^|]*\|[^|]*) \|");
        Assert.True(row.Success,
            $"docs/CHECKERS.md has no row for {name}: run the benchmark of the explorer with --write");
        Assert.Equal(string.Join(" | ", sizes), row.Groups["sizes"].Value);
    }

    private static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Document() =>
        CataloguePart().Match(File.ReadAllText(Repository.PathOf("docs", "CHECKERS.md"))).Value;

    [GeneratedRegex("(?s)<!-- explore-catalogue begin -->.*<!-- explore-catalogue end -->")]
    private static partial Regex CataloguePart();
}
