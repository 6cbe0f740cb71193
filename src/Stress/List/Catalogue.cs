using Scenarios.Canaries;
using Stress.Explore;
using Stress.Run;
using Stress.Workloads;
using ProtocolNames = Scenarios.Selection.Protocols;

namespace Stress.List;

/// <summary>The names that the verbs accept, each kind taken from the registry of the verb that accepts it.</summary>
internal static class Catalogue
{
    /// <summary>How a mapping count is split into values: <c>run --scheme</c>, <c>prove --scheme</c>.</summary>
    public static IReadOnlyList<ListEntry> Schemes { get; } =
    [
        new("rmap-id", "4, 5 or 6 values for a folio, as in the patch."),
        new("rmap-id-compact", "1, 2 or 3 values for orders up to 9, corrected."),
        new("rmap-id-posted", "The compact scheme as posted, known to be unsound."),
        new("spread-bits", "Zero bits spread between those of the ID, a counter for each: 2 to 6 values."),
        new("owner-tracking", "Two owners of a folio under its lock, as in Linux 6.15."),
        new("exact", "A locked dictionary of every mapping: the oracle."),
        new("estimate", "The mapcount of the first page stands for the folio."),
        new("none", "The mapcount alone: the base line of the costs."),
        new("lock", "The values as plain fields under a lock for each folio."),
        new("immutable", "The values as one immutable object, swapped by compare-and-swap."),
        new("rmap-id-split-line", "The values on another cache line than the sequence."),
    ];

    /// <summary>How writers and readers of a folio meet: <c>run --protocol</c>.</summary>
    public static IReadOnlyList<ListEntry> Protocols { get; } =
        [.. ProtocolNames.All.Select(protocol => new ListEntry(protocol.Name, protocol.Description))];

    /// <summary>What real threads do: <c>run --workload</c>.</summary>
    public static IReadOnlyList<ListEntry> Workloads { get; } =
    [
        .. WorkloadCatalogue.All.Select(workload => new ListEntry(workload.Name, workload.Description)),
        new($"{WorkloadName.TracePrefix}FILE", "The processes of a recorded trace: perf script text, plain or .gz."),
        new($"{WorkloadName.LitmusPrefix}NAME", "A litmus test (a scenario litmus-NAME; NAME-volatile too), graded by what the models allow."),
    ];

    /// <summary>Small programs for the model checker: <c>explore --scenario</c>.</summary>
    public static IReadOnlyList<ListEntry> Scenarios { get; } =
        [.. ExploreScenarios.All.Select(scenario => new ListEntry(scenario.Name, scenario.Description))];

    /// <summary>Broken variants that a checker must find: <c>--canary</c>.</summary>
    public static IReadOnlyList<ListEntry> Canaries { get; } =
        [.. CanaryCatalogue.All.Select(canary => new ListEntry(canary.Name, canary.Step))];

    /// <summary>Memory models: <c>explore --model</c>.</summary>
    public static IReadOnlyList<ListEntry> Models { get; } =
    [
        new("sc", "Sequential consistency: every thread sees one order of all accesses."),
        new("tso", "x86: a store may stay in its processor's buffer past later loads."),
        new("dotnet", "The .NET memory model: plain accesses move unless an acquire, a release or a fence holds them."),
    ];
}
