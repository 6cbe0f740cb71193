using System.Runtime.CompilerServices;
using Exploration.Graphs;

namespace Exploration.Models;

/// <summary>
/// RC11's order of full fences, <c>psc</c>: one fence comes before another if it happens before it, or if it happens
/// before an access that communicates to an access that happens before the other.
/// </summary>
/// <remarks>
/// An event has up to two fences. The one before it, its entry, is reached by what the thread has acquired so far, not
/// by what the event's own read acquires. The one behind it, its exit, reaches what follows in the thread, not who
/// acquires from the event's own write. A barrier is an entry without access.
/// </remarks>
internal static unsafe class FenceOrder
{
    /// <summary>
    /// Whether the fences can still be put in one order after an access has been inserted. A cycle that it closes goes
    /// from a fence before the access over what the access communicates to, and back: so the fences behind that are
    /// followed until one of them comes before the access, or no other is reached.
    /// </summary>
    /// <param name="graph">
    /// The graph, with its happens-before rows. Its fences had an order before the access came.
    /// </param>
    /// <param name="inserted">The access; nothing happens after it yet.</param>
    [MethodImpl(Compilation.AtOnce)]
    public static bool StaysAcyclic<TSet>(ExecutionGraph<TSet> graph, int inserted)
        where TSet : unmanaged, IEventSet<TSet>
    {
        TSet origin = EventSets.Of<TSet>(inserted);
        if (graph.IsCommuting(inserted))
        {
            // The adds that a read has seen now communicate to those that it has missed.
            origin |= graph.Events[inserted].Observed;
        }

        TSet reached = Communication.After(graph, inserted);
        TSet followed = default;
        TSet entries = graph.FullFences;
        TSet exits = graph.FullFences;
        bool grows = true;
        while (grows)
        {
            grows = false;
            foreach (int fence in entries)
            {
                bool isEntry = (graph.KindOf(fence) & EventKind.FenceBefore) != 0;
                if (isEntry && reached.Meets(graph.Fences[fence].Entry))
                {
                    entries &= ~EventSets.Of<TSet>(fence);
                    grows = true;
                    if (!Follow(graph, EventSets.Of<TSet>(fence), origin, ref reached, ref followed))
                    {
                        return false;
                    }
                }
            }

            foreach (int fence in exits)
            {
                bool isExit = (graph.KindOf(fence) & (EventKind.FenceAfter | EventKind.Fence)) == EventKind.FenceAfter;
                if (isExit && reached.Meets(graph.Events[fence].Before | EventSets.Of<TSet>(fence)))
                {
                    exits &= ~EventSets.Of<TSet>(fence);
                    grows = true;
                    if (!Follow(graph, Behind(graph, fence), origin, ref reached, ref followed))
                    {
                        return false;
                    }
                }
            }
        }

        return true;
    }

    /// <summary>Adds what some events and all that happens after them communicate to.</summary>
    /// <returns>False if the origin is among them.</returns>
    [MethodImpl(Compilation.AtOnce)]
    private static bool Follow<TSet>(
        ExecutionGraph<TSet> graph, TSet events, TSet origin, ref TSet reached, ref TSet followed)
        where TSet : unmanaged, IEventSet<TSet>
    {
        foreach (int number in graph.Present & ~followed)
        {
            if (events.Contains(number) || events.Meets(graph.Events[number].Before))
            {
                TSet self = EventSets.Of<TSet>(number);
                if (origin.Meets(self))
                {
                    return false;
                }

                followed |= self;
                reached |= self | Communication.After(graph, number);
            }
        }

        return true;
    }

    /// <summary>
    /// The later events of an event's thread: its exit happens before them, and before whoever has acquired one of
    /// them, a plain write included.
    /// </summary>
    private static TSet Behind<TSet>(ExecutionGraph<TSet> graph, int number)
        where TSet : unmanaged, IEventSet<TSet>
    {
        ref GraphEvent<TSet> at = ref graph.Events[number];
        return graph.Threads[at.Thread].Events & ~(at.Before | EventSets.Of<TSet>(number));
    }
}
