using Exploration.Actors;
using Exploration.Graphs;

namespace Exploration.Models;

/// <summary>
/// A memory model: which execution graphs are consistent. A graph grows by one event at a time, each later in cause
/// than all that it reads; the model keeps its rows of the graph up to date and refuses the event that would break an
/// axiom.
/// </summary>
/// <remarks>
/// What the search relies on: a graph stays consistent when events that cause nothing are taken away, and a read of the
/// last write in modification order, or a write behind it, is always consistent.
/// </remarks>
internal interface IMemoryModel
{
    /// <summary>Name on the command line.</summary>
    static abstract string Name { get; }

    /// <summary>Whether it needs the rows for fences.</summary>
    static abstract bool HasFenceRows { get; }

    /// <summary>
    /// Whether a write may become visible before a read that comes first in the program, so that program order and
    /// reads-from may have cycles; the search then looks for those, and for what a write depends on.
    /// </summary>
    static abstract bool MayBufferLoads { get; }

    /// <summary>Whether a compare-and-swap that fails is a full fence like one that succeeds.</summary>
    static abstract bool FencesFailedSwap { get; }

    /// <summary>Whether a barrier of this ordering constrains anything; if not it is no event.</summary>
    static abstract bool Orders(Ordering fence);

    /// <summary>
    /// What every next event of a thread comes after: it reads no write, and becomes none, that is older in
    /// modification order than one of these. Cheap, and not necessarily all.
    /// </summary>
    static abstract TSet Seen<TSet>(ExecutionGraph<TSet> graph, int thread)
        where TSet : unmanaged, IEventSet<TSet>;

    /// <summary>Derives the rows of an event that has just been linked.</summary>
    /// <returns>False if the graph is no longer consistent.</returns>
    static abstract bool TryInsert<TSet>(ExecutionGraph<TSet> graph, int inserted)
        where TSet : unmanaged, IEventSet<TSet>;

    /// <summary>
    /// Whether the adds to commuting locations, which <see cref="TryInsert"/> leaves unordered, have some order with
    /// which the finished graph is consistent; null if there are too many orders to try.
    /// </summary>
    static abstract bool? HasAddOrder<TSet>(ExecutionGraph<TSet> graph)
        where TSet : unmanaged, IEventSet<TSet>;
}
