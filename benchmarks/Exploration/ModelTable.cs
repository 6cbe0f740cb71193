using Exploration;
using Exploration.Search;
using Scenarios.Catalogue;
using Scenarios.Litmus;
using Scenarios.Selection;

namespace ExplorationBenchmark;

/// <summary>What <c>dotnet</c> costs beside <c>rc11</c>, and where reads see what they cause.</summary>
internal static class ModelTable
{
    private const int Turns = 3;

    private static readonly (string Scenario, string Protocol, int Writers, int Values,
        Equivalence Equivalence)[] Rows =
    [
        ("seqcount", Protocols.Shared, 2, 5, Equivalence.Graph),
        ("seqcount", Protocols.Shared, 3, 2, Equivalence.Graph),
        ("seqcount", Protocols.Shared, 3, 4, Equivalence.Observation),
        ("seqcount", Protocols.Exclusive, 2, 3, Equivalence.Graph),
        ("seqcount", Protocols.TwoWord, 2, 2, Equivalence.Graph),
        ("map-unmap", Protocols.Shared, 2, 4, Equivalence.Observation),
        ("decision", Protocols.Shared, 2, 1, Equivalence.Graph),
    ];

    /// <summary>
    /// The rates of both models side by side as Markdown, then the largest program that buffers loads.
    /// </summary>
    public static string Measure()
    {
        List<string> lines =
        [
            "| scenario | protocol | writers, readers, values | equivalence | executions | dotnet, executions/s | "
            + "rc11, executions/s | dotnet / rc11 |",
            "|---|---|---|---|---:|---:|---:|---:|",
        ];
        foreach ((string scenario, string protocol, int writers, int values, Equivalence equivalence) in Rows)
        {
            ScenarioOptions size = new(writers, 1, values, new TrackerSelection(protocol, IsStamped: false));
            (long executions, double dotnet, double rc11, double[] ratios) = ByTurns(scenario, size, equivalence);
            lines.Add($"| `{scenario}` | {protocol} | {writers}, 1, {values} | "
                + $"{equivalence.ToString().ToLowerInvariant()} | {executions:N0} | {dotnet:N0} | {rc11:N0} | "
                + $"{ratios[Turns / 2]:0.00} ({ratios[0]:0.00} to {ratios[^1]:0.00}) |");
        }

        return $"{string.Join('\n', lines)}\n\n{Largest()}";
    }

    /// <summary>By processor time, the models in turn, so that both meet the same load of the machine.</summary>
    private static (long Executions, double Dotnet, double Rc11, double[] Ratios) ByTurns(
        string scenario, ScenarioOptions size, Equivalence equivalence)
    {
        (long Executions, double Rate) Run(ModelName model) => RateTable.PerProcessorSecond(
            scenario, size, new ExplorationOptions { Model = model, Equivalence = equivalence });

        Run(ModelName.Rc11);
        var turns = Enumerable.Range(0, Turns)
            .Select(_ => (Dotnet: Run(ModelName.Dotnet), Rc11: Run(ModelName.Rc11))).ToArray();
        return (turns[0].Dotnet.Executions, turns.Max(turn => turn.Dotnet.Rate), turns.Max(turn => turn.Rc11.Rate),
            [.. turns.Select(turn => turn.Dotnet.Rate / turn.Rc11.Rate).Order()]);
    }

    /// <summary>An outcome under dotnet alone is that of an execution with a cycle: rc11 allows all others.</summary>
    private static string Largest()
    {
        var cyclic = ScenarioCatalogue.All.Select(entry => entry.Create(entry.Defaults))
            .Concat(LitmusCatalogue.Tests.Select(test => test.ToScenario(LitmusAccess.Plain)))
            .Select(scenario => (scenario.Name, Dotnet: Explorer.Explore(scenario, new ExplorationOptions()),
                Rc11: Explorer.Explore(scenario, new ExplorationOptions { Model = ModelName.Rc11 })))
            .Where(each => each.Dotnet.Outcomes.Select(outcome => outcome.Outcome)
                .Except(each.Rc11.Outcomes.Select(outcome => outcome.Outcome)).Any())
            .OrderByDescending(each => each.Dotnet.Executions).ToArray();
        return cyclic is [var largest, ..]
            ? $"Scenarios with outcomes that only load buffering shows: {cyclic.Length}. The largest is "
                + $"`{largest.Name}`: {largest.Dotnet.Executions:N0} executions under `dotnet`, "
                + $"{largest.Rc11.Executions:N0} under `rc11`, in {largest.Dotnet.SearchSeconds:0.000} s."
            : "No scenario has outcomes that only load buffering shows.";
    }
}
