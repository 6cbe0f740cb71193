using System.Runtime.CompilerServices;
using Exploration.Graphs;

namespace Exploration.Search;

/// <summary>
/// Tells whether the events of a graph have an order that keeps the model's, and in which each write comes behind all
/// earlier reads of its thread. Then each write is justified by what was read before it (<see cref="Speculation"/>),
/// and no actor need be run again. Most graphs have one.
/// </summary>
/// <remarks>
/// The model's order has no cycle, so one must go through events that are to wait for more than it keeps before them:
/// from such an event to one that another one of them, or it itself, waits for. There are few of them, and mostly none
/// is reached from any.
/// </remarks>
internal static unsafe class CommitOrder
{
    /// <summary>Whether there is one.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="reads">Its reads.</param>
    public static bool Exists<TSet>(ExecutionGraph<TSet> graph, TSet reads)
        where TSet : unmanaged, IEventSet<TSet> => Exists(graph, reads, Waiting(graph, reads), fenced: default);

    /// <summary>Whether there is one that puts some events behind everything that comes first in the program.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="reads">Its reads.</param>
    /// <param name="writes">Its <see cref="Waiting"/> writes.</param>
    /// <param name="fenced">The events.</param>
    [MethodImpl(Compilation.AtOnce)]
    public static bool Exists<TSet>(ExecutionGraph<TSet> graph, TSet reads, TSet writes, TSet fenced)
        where TSet : unmanaged, IEventSet<TSet>
    {
        TSet left = writes | fenced;
        bool shrinks = true;
        while (shrinks && !left.IsEmpty)
        {
            shrinks = false;
            foreach (int number in left)
            {
                ref GraphEvent<TSet> at = ref graph.Events[number];
                TSet earlier = at.Causes & graph.Threads[at.Thread].Events & ~at.Before;
                if (!IsReached(graph, fenced.Contains(number) ? earlier : earlier & reads, left))
                {
                    left &= ~EventSets.Of<TSet>(number);
                    shrinks = true;
                }
            }
        }

        return left.IsEmpty;
    }

    /// <summary>
    /// The writes that the model does not keep behind all earlier reads of their threads. It keeps full fences behind
    /// everything.
    /// </summary>
    [MethodImpl(Compilation.AtOnce)]
    public static TSet Waiting<TSet>(ExecutionGraph<TSet> graph, TSet reads)
        where TSet : unmanaged, IEventSet<TSet>
    {
        TSet waiting = default;
        foreach (int number in graph.Present & ~(reads | graph.FullFences))
        {
            bool waits = (graph.KindOf(number) & EventKind.Write) != 0
                && Speculation.EarlierReads(graph, number, reads).Meets(~graph.Events[number].Before);
            waiting |= waits ? EventSets.Of<TSet>(number) : default;
        }

        return waiting;
    }

    /// <summary>Whether one of some events is, or comes behind, one of others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsReached<TSet>(ExecutionGraph<TSet> graph, TSet events, TSet from)
        where TSet : unmanaged, IEventSet<TSet>
    {
        if (events.Meets(from))
        {
            return true;
        }

        foreach (int number in events)
        {
            if (graph.Events[number].Before.Meets(from))
            {
                return true;
            }
        }

        return false;
    }
}
