using System.Diagnostics;
using Exploration;
using Exploration.Search;
using Scenarios.Catalogue;
using Scenarios.Selection;

namespace ExplorationBenchmark;

/// <summary>Executions per second with one worker and with all cores, and the memory it takes.</summary>
internal static class RateTable
{
    private const int Repeats = 3;

    private static readonly (string Scenario, int Writers, int Values, Equivalence Equivalence,
        ModelName Model)[] Rows =
    [
        ("seqcount", 2, 5, Equivalence.Graph, ModelName.Sc),
        ("seqcount", 2, 5, Equivalence.Graph, ModelName.Dotnet),
        ("seqcount", 2, 5, Equivalence.Graph, ModelName.Rc11),
        ("seqcount", 3, 2, Equivalence.Graph, ModelName.Dotnet),
        ("seqcount", 3, 2, Equivalence.Graph, ModelName.Rc11),
        ("seqcount", 3, 4, Equivalence.Observation, ModelName.Dotnet),
        ("seqcount", 3, 4, Equivalence.Observation, ModelName.Rc11),
        ("map-unmap", 2, 4, Equivalence.Observation, ModelName.Dotnet),
        ("map-unmap", 2, 4, Equivalence.Observation, ModelName.Rc11),
    ];

    /// <summary>The table as Markdown. Each figure is the best of three searches.</summary>
    public static string Measure()
    {
        int cores = Environment.ProcessorCount;
        List<string> lines =
        [
            "| scenario | writers, readers, values | equivalence | model | executions | seconds, 1 worker | "
            + $"executions/s | seconds, {cores} workers | ratio |",
            "|---|---|---|---|---:|---:|---:|---:|---:|",
        ];
        foreach ((string scenario, int writers, int values, Equivalence equivalence, ModelName model) in Rows)
        {
            ScenarioOptions size = new(writers, 1, values, new TrackerSelection(IsStamped: false));
            ExplorationOptions options = new() { Model = model, Equivalence = equivalence };
            ExplorationResult one = Best(scenario, size, options);
            ExplorationResult all = Best(scenario, size, options with { Workers = cores });
            lines.Add(
                $"| `{scenario}` | {writers}, 1, {values} | {Lower(equivalence)} | {Lower(model)} | "
                + $"{one.Executions:N0} "
                + $"| {one.SearchSeconds:0.000} | {one.Executions / one.SearchSeconds:N0} "
                + $"| {all.SearchSeconds:0.000} | {one.SearchSeconds / all.SearchSeconds:0.00} |");
        }

        lines.Add("");
        lines.Add(
            $"Peak memory of the process, runtime included: {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB.");
        return string.Join('\n', lines);
    }

    /// <summary>
    /// A line for each row: its name, a tab, and its executions per second of processor time with one worker, the best
    /// of three searches. Unlike wall time it hardly depends on what else runs on the machine.
    /// </summary>
    public static string Figures() => string.Join('\n', Rows.Select(row =>
    {
        ScenarioOptions size = new(row.Writers, 1, row.Values, new TrackerSelection(IsStamped: false));
        ExplorationOptions options = new() { Model = row.Model, Equivalence = row.Equivalence };
        double best = Enumerable.Range(0, Repeats).Max(_ => PerProcessorSecond(row.Scenario, size, options).Rate);
        return $"{row.Scenario} {row.Writers}W 1R {row.Values}V {Lower(row.Equivalence)} {Lower(row.Model)}\t{best:0}";
    }));

    /// <summary>The executions of one search, and how many it visits in a second of processor time.</summary>
    internal static (long Executions, double Rate) PerProcessorSecond(
        string scenario, ScenarioOptions size, ExplorationOptions options)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        ExplorationResult result = Explorer.Explore(ScenarioCatalogue.Find(scenario).Create(size), options);
        return (result.Executions, result.Executions / (Environment.CpuUsage.TotalTime - before).TotalSeconds);
    }

    private static ExplorationResult Best(string scenario, ScenarioOptions size, ExplorationOptions options) =>
        Enumerable.Range(0, Repeats)
        .Select(_ => Explorer.Explore(ScenarioCatalogue.Find(scenario).Create(size), options))
        .MinBy(result => result.SearchSeconds)!;

    private static string Lower<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
