using System.Runtime.CompilerServices;
using Exploration.Graphs;

namespace Exploration.Models;

/// <summary>
/// Coherence: per location, all threads agree on the order of writes. A new access must not contradict what was seen
/// before it.
/// </summary>
internal static unsafe class Coherence
{
    /// <summary>
    /// Whether a new access reads or writes no earlier in modification order than something that it has seen.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <param name="inserted">The access.</param>
    /// <param name="seen">What happened before it, by the model's order.</param>
    [MethodImpl(Compilation.AtOnce)]
    public static bool Holds<TSet>(ExecutionGraph<TSet> graph, int inserted, TSet seen)
        where TSet : unmanaged, IEventSet<TSet>
    {
        ref GraphEvent<TSet> access = ref graph.Events[inserted];
        bool reads = (access.Kind & EventKind.Read) != 0;
        if (graph.IsCommuting(inserted))
        {
            return !reads || HoldsForAdds(graph, inserted, seen);
        }

        TSet later = reads ? graph.WritesBehind(access.Location, access.ReadFrom) : access.LaterWrites;
        if (later.Meets(seen))
        {
            return false;
        }

        foreach (int write in later)
        {
            if (graph.Events[write].Readers.Meets(seen))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// A read of a commuting location sees all adds that it, or an add that it sees, must come after; and of any two
    /// reads one sees all that the other sees, since the adds have one order.
    /// </summary>
    [MethodImpl(Compilation.AtOnce)]
    private static bool HoldsForAdds<TSet>(ExecutionGraph<TSet> graph, int read, TSet seen)
        where TSet : unmanaged, IEventSet<TSet>
    {
        ref GraphLocation<TSet> location = ref graph.Locations[graph.Events[read].Location];
        TSet observed = graph.Events[read].Observed;
        foreach (int add in observed)
        {
            seen |= graph.Events[add].Before;
        }

        TSet needed = seen & location.Writes;
        foreach (int earlier in seen & location.Reads)
        {
            needed |= graph.Events[earlier].Observed;
        }

        foreach (int reader in location.Reads & ~EventSets.Of<TSet>(read))
        {
            TSet other = graph.Events[reader].Observed;
            if (other.Meets(~observed) && observed.Meets(~other))
            {
                return false;
            }
        }

        return !needed.Meets(~observed);
    }
}
