using System.Runtime.CompilerServices;
using Exploration.Graphs;

namespace Exploration.Models;

/// <summary>
/// Communication between the accesses to one location: reads-from, modification order, from-reads, transitively.
/// </summary>
internal static unsafe class Communication
{
    /// <summary>What comes after an access by communication; nothing for a fence.</summary>
    [MethodImpl(Compilation.AtOnce)]
    public static TSet After<TSet>(ExecutionGraph<TSet> graph, int number)
        where TSet : unmanaged, IEventSet<TSet>
    {
        ref GraphEvent<TSet> access = ref graph.Events[number];
        if (access.Location < 0)
        {
            return default;
        }

        if (graph.IsCommuting(number))
        {
            return AfterObservation(graph, number);
        }

        bool reads = (access.Kind & EventKind.Read) != 0;
        TSet later = reads ? graph.WritesBehind(access.Location, access.ReadFrom) : access.LaterWrites;
        TSet after = reads ? later : later | access.Readers;
        foreach (int write in later)
        {
            after |= graph.Events[write].Readers;
        }

        return after;
    }

    /// <summary>
    /// The same as far as observations tell: an add that a read has not seen comes after that read and all adds that it
    /// has seen.
    /// </summary>
    [MethodImpl(Compilation.AtOnce)]
    private static TSet AfterObservation<TSet>(ExecutionGraph<TSet> graph, int number)
        where TSet : unmanaged, IEventSet<TSet>
    {
        ref GraphLocation<TSet> location = ref graph.Locations[graph.Events[number].Location];
        if ((graph.KindOf(number) & EventKind.Read) != 0)
        {
            TSet missed = location.Writes & ~graph.Events[number].Observed;
            return missed | Seers(graph, location.Reads, missed);
        }

        TSet after = default;
        foreach (int read in location.Reads)
        {
            if (graph.Events[read].Observed.Contains(number))
            {
                after |= (location.Writes & ~graph.Events[read].Observed) | EventSets.Of<TSet>(read);
            }
        }

        return after;
    }

    /// <summary>The reads that have seen one of some adds.</summary>
    [MethodImpl(Compilation.AtOnce)]
    private static TSet Seers<TSet>(ExecutionGraph<TSet> graph, TSet reads, TSet adds)
        where TSet : unmanaged, IEventSet<TSet>
    {
        TSet seers = default;
        foreach (int read in reads)
        {
            if (graph.Events[read].Observed.Meets(adds))
            {
                seers |= EventSets.Of<TSet>(read);
            }
        }

        return seers;
    }
}
