using System.Runtime.CompilerServices;
using Exploration.Graphs;

namespace Exploration.Models;

/// <summary>A strict order on events, kept transitively closed in the row <c>Before</c>.</summary>
internal static unsafe class TotalOrder
{
    /// <summary>Orders a new event behind some events and before others.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="inserted">The new event.</param>
    /// <param name="before">Events ordered directly before it.</param>
    /// <param name="after">Events ordered directly after it.</param>
    /// <returns>False if that closes a cycle.</returns>
    [MethodImpl(Compilation.AtOnce)]
    public static bool TryInsert<TSet>(ExecutionGraph<TSet> graph, int inserted, TSet before, TSet after)
        where TSet : unmanaged, IEventSet<TSet>
    {
        TSet allBefore = before;
        TSet rest = before;
        while (!rest.IsEmpty)
        {
            // The highest number is mostly the youngest, and has most of the others before it.
            int earlier = rest.Length() - 1;
            TSet past = graph.Events[earlier].Before;
            allBefore |= past;
            rest &= ~(past | EventSets.Of<TSet>(earlier));
        }

        if (allBefore.Meets(after))
        {
            return false;
        }

        graph.Events[inserted].Before = allBefore;
        if (!after.IsEmpty)
        {
            PutBefore(graph, after, allBefore | EventSets.Of<TSet>(inserted));
        }

        return true;
    }

    /// <summary>
    /// Puts some events before some others and before all that comes after those; none of the latter is among the
    /// former, which would close a cycle.
    /// </summary>
    [MethodImpl(Compilation.AtOnce)]
    private static void PutBefore<TSet>(ExecutionGraph<TSet> graph, TSet others, TSet events)
        where TSet : unmanaged, IEventSet<TSet>
    {
        foreach (int number in graph.Present & ~events)
        {
            ref TSet before = ref graph.Events[number].Before;
            if (before.Meets(others) || others.Contains(number))
            {
                before |= events;
            }
        }
    }

    /// <summary>
    /// The events next to one in communication: a read comes after the write that it reads (if asked for) and before
    /// the next write; a write comes between its neighbours in modification order and after the reads of the earlier
    /// one.
    /// </summary>
    [MethodImpl(Compilation.AtOnce)]
    public static void Communication<TSet>(ExecutionGraph<TSet> graph, int inserted, out TSet before, out TSet after)
        where TSet : unmanaged, IEventSet<TSet>
    {
        before = default;
        after = default;
        ref GraphEvent<TSet> access = ref graph.Events[inserted];
        if (graph.IsCommuting(inserted))
        {
            // An add needs nothing here: every read that has not seen it is one of its causes.
            if ((access.Kind & EventKind.Read) != 0)
            {
                before = access.Observed;
                after = graph.Locations[access.Location].Writes & ~access.Observed;
            }
        }
        else if ((access.Kind & EventKind.Read) != 0)
        {
            before = SetOf<TSet>(access.ReadFrom);
            after = SetOf<TSet>(graph.NextWrite(access.Location, access.ReadFrom));
        }
        else if ((access.Kind & EventKind.Write) != 0)
        {
            int previous = access.PreviousWrite;
            before = previous < 0
                ? graph.Locations[access.Location].InitialReaders
                : EventSets.Of<TSet>(previous) | graph.Events[previous].Readers;
            after = SetOf<TSet>(access.NextWrite);
        }
    }

    private static TSet SetOf<TSet>(int number)
        where TSet : unmanaged, IEventSet<TSet> => number < 0 ? default : EventSets.Of<TSet>(number);
}
