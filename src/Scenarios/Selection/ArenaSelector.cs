using Atomics;

namespace Scenarios.Selection;

/// <summary>Finds the memory of arenas: the one given, or a canary's over it.</summary>
public static class ArenaSelector
{
    /// <summary>Finds it.</summary>
    public static TResult Select<TMemory, TResult>(TrackerSelection selection, IMemoryVisitor<TResult> visitor)
        where TMemory : struct, IMemory =>
        selection.Canary is ArenaCanary canary ? canary.Select<TMemory, TResult>(visitor) : visitor.Visit<TMemory>();
}
