using Exploration;
using Runs.Workloads;
using Scenarios.Canaries;
using Stress.Explore;
using Stress.Run;
using ProtocolNames = Scenarios.Selection.Protocols;
using SchemeNames = Scenarios.Selection.Schemes;
using TestNames = Scenarios.Litmus.LitmusTests;

namespace Stress.List;

/// <summary>The names that the verbs accept, each kind taken from the registry of the verb that accepts it.</summary>
internal static class Catalogue
{
    /// <summary>
    /// How it is known who maps a folio: <c>run --scheme</c>, <c>bench --schemes</c>; those made of sub-IDs: <c>prove
    /// --scheme</c>.
    /// </summary>
    public static IReadOnlyList<ListEntry> Schemes { get; } =
        [.. SchemeNames.All.Select(scheme => new ListEntry(scheme.Name, scheme.Description))];

    /// <summary>How writers and readers of a folio meet: <c>run --protocol</c>.</summary>
    public static IReadOnlyList<ListEntry> Protocols { get; } =
        [.. ProtocolNames.All.Select(protocol => new ListEntry(protocol.Name, protocol.Description))];

    /// <summary>What real threads do: <c>run --workload</c>.</summary>
    public static IReadOnlyList<ListEntry> Workloads { get; } =
    [
        .. WorkloadCatalogue.All.Select(workload => new ListEntry(workload.Name, workload.Description)),
        new($"{WorkloadName.TracePrefix}FILE", "The processes of a recorded trace: perf script text, plain or .gz."),
    ];

    /// <summary>Small programs for the model checker: <c>explore --scenario</c>.</summary>
    public static IReadOnlyList<ListEntry> Scenarios { get; } =
        [.. ExploreScenarios.All.Select(scenario => new ListEntry(scenario.Name, scenario.Description))];

    /// <summary>Broken variants that a checker must find: <c>--canary</c>.</summary>
    public static IReadOnlyList<CanaryEntry> Canaries { get; } = [.. CanaryCatalogue.All.Select(CanaryEntry.Of)];

    /// <summary>Memory models: <c>explore --model</c>.</summary>
    public static IReadOnlyList<ListEntry> Models { get; } =
    [
        new(ModelWords.Of(ModelName.Sc), "Sequential consistency: every thread sees one order of all accesses."),
        new(ModelWords.Of(ModelName.Tso), "x86: a store may stay in its processor's buffer past later loads."),
        new(ModelWords.Of(ModelName.Dotnet),
            "What .NET promises: plain accesses move, writes before earlier reads, too, and are seen "
            + "by all others at once."),
        new(ModelWords.Of(ModelName.Rc11),
            "RC11: plain accesses move unless an acquire, a release or a fence holds them; no write "
            + "before an earlier read."),
    ];

    /// <summary>
    /// Litmus tests for real threads: <c>litmus --test</c>, and each with volatile accesses as NAME-volatile.
    /// </summary>
    public static IReadOnlyList<ListEntry> LitmusTests { get; } =
        [.. TestNames.PlainNames.Select(name => new ListEntry(name, TestNames.Describe(name)))];
}
