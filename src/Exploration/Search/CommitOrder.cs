using System.Runtime.CompilerServices;
using Exploration.Graphs;

namespace Exploration.Search;

/// <summary>
/// Tells whether the events of a graph have an order that keeps the model's, and in which each write comes behind all
/// earlier reads of its thread. Then each write is justified by what was read before it (<see cref="Speculation"/>),
/// and no actor need be run again. Most graphs have one.
/// </summary>
/// <remarks>
/// The model's order has no cycle, so one must go through writes that are not behind all of those reads: from such a
/// write to a read that another one of them, or it itself, is to wait for. There are few of them, and mostly none is
/// reached from any.
/// </remarks>
internal static unsafe class CommitOrder
{
    /// <summary>Whether there is one.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="reads">Its reads.</param>
    [MethodImpl(Compilation.AtOnce)]
    public static bool Exists<TSet>(ExecutionGraph<TSet> graph, TSet reads)
        where TSet : unmanaged, IEventSet<TSet>
    {
        TSet left = default;
        TSet writes = graph.Present & ~reads;
        foreach (int write in writes)
        {
            left |= Awaited(graph, write, reads).IsEmpty ? default : EventSets.Of<TSet>(write);
        }

        bool shrinks = true;
        while (shrinks && !left.IsEmpty)
        {
            shrinks = false;
            foreach (int write in left)
            {
                if (!IsReached(graph, write, reads, left))
                {
                    left &= ~EventSets.Of<TSet>(write);
                    shrinks = true;
                }
            }
        }

        return left.IsEmpty;
    }

    /// <summary>The earlier reads of a write's thread that the model does not keep before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TSet Awaited<TSet>(ExecutionGraph<TSet> graph, int write, TSet reads)
        where TSet : unmanaged, IEventSet<TSet> => (graph.KindOf(write) & EventKind.Write) == 0
            ? default
            : Speculation.EarlierReads(graph, write, reads) & ~graph.Events[write].Before;

    /// <summary>Whether a read that a write waits for comes behind one of some writes.</summary>
    [MethodImpl(Compilation.AtOnce)]
    private static bool IsReached<TSet>(ExecutionGraph<TSet> graph, int write, TSet reads, TSet from)
        where TSet : unmanaged, IEventSet<TSet>
    {
        foreach (int read in Awaited(graph, write, reads))
        {
            if (graph.Events[read].Before.Meets(from))
            {
                return true;
            }
        }

        return false;
    }
}
