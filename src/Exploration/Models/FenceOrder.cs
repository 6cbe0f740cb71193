using System.Numerics;
using Exploration.Graphs;

namespace Exploration.Models;

/// <summary>
/// RC11's order of full fences, <c>psc</c>: one fence comes before another if it happens before it, or if it happens before an
/// access that communicates to an access that happens before the other.
/// </summary>
/// <remarks>
/// An event has up to two fences. The one before it, its entry, is reached by what the thread has acquired so far, not by
/// what the event's own read acquires. The one behind it, its exit, reaches what follows in the thread, not who acquires from
/// the event's own write. A barrier is an entry without access.
/// </remarks>
internal static unsafe class FenceOrder
{
    /// <summary>Whether the fences of a graph can be put in one order.</summary>
    /// <param name="graph">The graph, with its happens-before rows.</param>
    /// <param name="communicates">For each access, what comes after it by communication.</param>
    public static bool IsAcyclic(ref ExecutionGraph graph, ulong* communicates)
    {
        ulong entries = 0;
        ulong exits = 0;
        ulong* reachOfEntry = stackalloc ulong[ExecutionGraph.MaxEvents];
        ulong* reachOfExit = stackalloc ulong[ExecutionGraph.MaxEvents];
        for (ulong rest = graph.FullFences; rest != 0; rest &= rest - 1)
        {
            int number = BitOperations.TrailingZeroCount(rest);
            EventKind kind = graph.KindOf(number);
            if ((kind & EventKind.FenceBefore) != 0)
            {
                entries |= ExecutionGraph.Bit(number);
                reachOfEntry[number] = Reach(ref graph, graph.After[number] | ExecutionGraph.Bit(number), communicates);
            }

            if ((kind & (EventKind.FenceAfter | EventKind.Fence)) == EventKind.FenceAfter)
            {
                exits |= ExecutionGraph.Bit(number);
                reachOfExit[number] = Reach(ref graph, Behind(ref graph, number), communicates);
            }
        }

        return Shrinks(ref graph, entries, exits, reachOfEntry, reachOfExit);
    }

    /// <summary>Takes away fences that nothing left comes after, until none is left or all that are left lie on cycles.</summary>
    private static bool Shrinks(ref ExecutionGraph graph, ulong entries, ulong exits, ulong* reachOfEntry, ulong* reachOfExit)
    {
        bool shrinks = true;
        while ((entries | exits) != 0 && shrinks)
        {
            shrinks = false;
            for (ulong rest = entries; rest != 0; rest &= rest - 1)
            {
                int number = BitOperations.TrailingZeroCount(rest);
                if (!ReachesAny(ref graph, reachOfEntry[number], entries, exits))
                {
                    entries &= ~ExecutionGraph.Bit(number);
                    shrinks = true;
                }
            }

            for (ulong rest = exits; rest != 0; rest &= rest - 1)
            {
                int number = BitOperations.TrailingZeroCount(rest);
                if (!ReachesAny(ref graph, reachOfExit[number], entries, exits))
                {
                    exits &= ~ExecutionGraph.Bit(number);
                    shrinks = true;
                }
            }
        }

        return (entries | exits) == 0;
    }

    private static bool ReachesAny(ref ExecutionGraph graph, ulong reach, ulong entries, ulong exits)
    {
        if ((reach & exits) != 0)
        {
            return true;
        }

        for (ulong rest = exits; rest != 0; rest &= rest - 1)
        {
            if ((reach & graph.Before[BitOperations.TrailingZeroCount(rest)]) != 0)
            {
                return true;
            }
        }

        for (ulong rest = entries; rest != 0; rest &= rest - 1)
        {
            if ((reach & graph.FenceEntry[BitOperations.TrailingZeroCount(rest)]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// What happens after the exit of an event: its thread's later events, and what happens after them or has acquired one of
    /// them, a plain write included.
    /// </summary>
    private static ulong Behind(ref ExecutionGraph graph, int number)
    {
        ulong later = graph.After[number] & graph.OfThread[graph.Thread[number]];
        ulong behind = later;
        for (ulong rest = later; rest != 0; rest &= rest - 1)
        {
            behind |= graph.After[BitOperations.TrailingZeroCount(rest)];
        }

        return behind;
    }

    private static ulong Reach(ref ExecutionGraph graph, ulong after, ulong* communicates)
    {
        ulong reach = after;
        for (ulong rest = after; rest != 0; rest &= rest - 1)
        {
            int number = BitOperations.TrailingZeroCount(rest);
            reach |= graph.Location[number] < 0 ? 0 : communicates[number];
        }

        return reach;
    }
}
