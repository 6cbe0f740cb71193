using Exploration;
using Exploration.Search;
using Scenarios.Catalogue;
using Scenarios.Selection;

namespace ExplorationBenchmark;

/// <summary>Every scenario of the catalogue at its usual size, under every model.</summary>
internal static class CatalogueTable
{
    /// <summary>The table as Markdown.</summary>
    public static string Measure()
    {
        List<string> lines =
        [
            "| scenario | writers, readers, values | protocol | sc | tso | dotnet | rc11 | seconds |",
            "|---|---|---|---:|---:|---:|---:|---:|",
        ];
        foreach (ScenarioEntry entry in ScenarioCatalogue.All)
        {
            ScenarioOptions size = entry.Defaults;
            ExplorationResult[] results = [.. Enum.GetValues<ModelName>().Select(model =>
                Explorer.Explore(entry.Create(size), new ExplorationOptions { Model = model }))];
            lines.Add($"| `{entry.Name}` | {size.Writers}, {size.Readers}, {size.Values} | {size.Tracker.Protocol} "
                + $"| {string.Join(" | ", results.Select(Describe))} | "
                + $"{results.Sum(result => result.SearchSeconds):0.00} |");
        }

        return string.Join('\n', lines);
    }

    private static string Describe(ExplorationResult result)
    {
        string blocked = result.Blocked == 0 ? "" : $" + {result.Blocked:N0}";
        return $"{(result.Verdict == ExplorationVerdict.Passed ? "" : "NOT PASSED: ")}{result.Executions:N0}{blocked}";
    }
}
