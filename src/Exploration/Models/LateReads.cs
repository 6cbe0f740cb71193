using Exploration.Graphs;

namespace Exploration.Models;

/// <summary>
/// Judges a graph whose reads were bound to their writes when all events were there: coherence, atomic updates, and the
/// order of all events, which is derived again.
/// </summary>
internal static unsafe class LateReads
{
    /// <summary>
    /// Whether the graph keeps the axioms of <see cref="DotnetModel{TSwap}"/>; derives <c>Before</c> anew.
    /// </summary>
    public static bool IsConsistent<TSet>(ExecutionGraph<TSet> graph)
        where TSet : unmanaged, IEventSet<TSet> => IsCoherent(graph) && IsAtomic(graph) && TryOrder(graph);

    /// <summary>Each update comes right after what it has read.</summary>
    private static bool IsAtomic<TSet>(ExecutionGraph<TSet> graph)
        where TSet : unmanaged, IEventSet<TSet>
    {
        foreach (int number in graph.Present)
        {
            ref GraphEvent<TSet> at = ref graph.Events[number];
            if ((at.Kind & (EventKind.Update | EventKind.Write)) == (EventKind.Update | EventKind.Write)
                && graph.Events[at.Previous].ReadFrom != at.PreviousWrite)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Each thread goes forward in the modification order of each word.</summary>
    private static bool IsCoherent<TSet>(ExecutionGraph<TSet> graph)
        where TSet : unmanaged, IEventSet<TSet>
    {
        foreach (int number in graph.Present)
        {
            int location = graph.Events[number].Location;
            if (location < 0)
            {
                continue;
            }

            int at = PlaceOf(graph, number);
            bool writes = (graph.KindOf(number) & EventKind.Write) != 0;
            for (int earlier = graph.Events[number].Previous; earlier >= 0; earlier = graph.Events[earlier].Previous)
            {
                if (graph.Events[earlier].Location == location)
                {
                    int before = PlaceOf(graph, earlier);
                    if (before > at || (writes && before == at))
                    {
                        return false;
                    }
                }
            }
        }

        return true;
    }

    /// <summary>How many writes come before what an access reads or writes; the initial write is at 0.</summary>
    private static int PlaceOf<TSet>(ExecutionGraph<TSet> graph, int number)
        where TSet : unmanaged, IEventSet<TSet>
    {
        ref GraphEvent<TSet> access = ref graph.Events[number];
        int write = (access.Kind & EventKind.Read) != 0 ? access.ReadFrom : number;
        return write < 0
            ? 0
            : graph.Locations[access.Location].Writes.Count() - graph.Events[write].LaterWrites.Count();
    }

    private static bool TryOrder<TSet>(ExecutionGraph<TSet> graph)
        where TSet : unmanaged, IEventSet<TSet>
    {
        foreach (int number in graph.Present)
        {
            ref GraphEvent<TSet> at = ref graph.Events[number];
            TSet earlier = default;
            if (at.Location >= 0)
            {
                Observation.Of(graph, number, out earlier, out _);
            }

            at.Before = PreservedOrder.Before(graph, number) | (earlier & ~graph.Threads[at.Thread].Events);
        }

        foreach (int through in graph.Present)
        {
            TSet before = graph.Events[through].Before;
            foreach (int number in graph.Present)
            {
                ref TSet row = ref graph.Events[number].Before;
                row |= row.Contains(through) ? before : default;
            }
        }

        foreach (int number in graph.Present)
        {
            if (graph.Events[number].Before.Contains(number))
            {
                return false;
            }
        }

        return true;
    }
}
