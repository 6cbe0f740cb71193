using Scenarios.Selection;

namespace Scenarios.Seqcount;

/// <summary>What the actors of a seqcount scenario do.</summary>
/// <param name="Name">Name of the scenario.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Mode">What each reader does.</param>
/// <param name="SectionsOf">The counts of a writer's sections, in order: positive maps, negative unmaps.</param>
internal sealed record SeqcountPlan(string Name, string Description, ReaderMode Mode, Func<int, int[]> SectionsOf)
{
    /// <summary>Sequence number at the start; -1 is the last one before it wraps, whatever its width.</summary>
    public long InitialNumber { get; init; }

    /// <summary>Mappings of MM 0 before the start.</summary>
    public int MappedBefore { get; init; }

    /// <summary>
    /// Smallest order of the class instead of its largest, so that few mappings exceed the page count.
    /// </summary>
    public bool IsSmallest { get; init; }

    /// <summary>The sections of every writer.</summary>
    public IReadOnlyList<int[]> Sections(ScenarioOptions options) =>
        [.. Enumerable.Range(0, options.Writers).Select(SectionsOf)];
}
