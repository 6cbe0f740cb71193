namespace Stress.List;

/// <summary>The names that the verbs accept, each kind taken from the registry of the verb that accepts it.</summary>
internal static class Catalogue
{
    /// <summary>How a mapping count is split into values: <c>run --scheme</c>, <c>prove --scheme</c>.</summary>
    public static IReadOnlyList<ListEntry> Schemes { get; } = [];

    /// <summary>How writers and readers of a folio meet: <c>run --protocol</c>.</summary>
    public static IReadOnlyList<ListEntry> Protocols { get; } = [];

    /// <summary>What real threads do: <c>run --workload</c>.</summary>
    public static IReadOnlyList<ListEntry> Workloads { get; } = [];

    /// <summary>Small programs for the model checker: <c>explore --scenario</c>.</summary>
    public static IReadOnlyList<ListEntry> Scenarios { get; } = [];

    /// <summary>Broken variants that a checker must find: <c>--canary</c>.</summary>
    public static IReadOnlyList<ListEntry> Canaries { get; } = [];

    /// <summary>Memory models: <c>explore --model</c>.</summary>
    public static IReadOnlyList<ListEntry> Models { get; } = [];
}
