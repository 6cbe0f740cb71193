using Atomics;

namespace Scenarios.Selection;

/// <summary>
/// A canary in the arenas of folios and MMs. Their steps are single operations, so it is a memory in which one of them
/// is another one.
/// </summary>
/// <param name="name">Name on the command line.</param>
/// <param name="step">The step replaced, in one sentence.</param>
/// <param name="replaces">The part of the tracker that the step belongs to.</param>
public abstract class ArenaCanary(string name, string step, TrackerParts replaces) : Canary(name, step, replaces)
{
    /// <inheritdoc/>
    /// <remarks>A run makes its arenas for the memory of its threads.</remarks>
    public override string? Workload => null;

    /// <summary>Hands over the memory with the operation replaced.</summary>
    public abstract TResult Select<TMemory, TResult>(IMemoryVisitor<TResult> visitor) where TMemory : struct, IMemory;
}
