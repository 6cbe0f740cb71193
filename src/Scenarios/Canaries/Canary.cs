using Scenarios.Selection;

namespace Scenarios.Canaries;

/// <summary>A deliberately broken variant: one step of the correct code replaced.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Step">The step replaced, in one sentence.</param>
/// <param name="Visibility">Who can see it.</param>
public sealed record Canary(string Name, string Step, Visibility Visibility)
{
    /// <summary>The protocol that it breaks.</summary>
    public string Protocol { get; init; } = Protocols.Shared;

    /// <summary>The scenario (<c>explore</c>, Coyote) that shows it, or null if it takes more mappings than a scenario makes.</summary>
    public string? Scenario { get; init; } = "seqcount";

    /// <summary>The workload of <c>run</c> that shows it, or null if x86 cannot.</summary>
    public string? Workload { get; init; } = "hot";

    /// <summary>The order that shows it in a run.</summary>
    public int Order { get; init; } = 9;

    /// <summary>The scheme that shows it.</summary>
    public string Scheme { get; init; } = "rmap-id";

    /// <summary>Writers that must be inside at once for it to show.</summary>
    public int MinWriters { get; init; } = 1;

    /// <summary>Fewest preemptions that show it under SC; null if weak memory alone does, or if no interleaving is needed.</summary>
    public int? Preemptions { get; init; } = 1;
}
