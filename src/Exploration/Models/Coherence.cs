using System.Numerics;
using Exploration.Graphs;

namespace Exploration.Models;

/// <summary>
/// Coherence: per location, all threads agree on the order of writes. A new access must not contradict what was seen before it.
/// </summary>
internal static unsafe class Coherence
{
    /// <summary>Whether a new access reads or writes no earlier in modification order than something that it has seen.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="inserted">The access.</param>
    /// <param name="seen">What happened before it, by the model's order.</param>
    public static bool Holds(ref ExecutionGraph graph, int inserted, ulong seen)
    {
        if (graph.IsCommuting(inserted))
        {
            return (graph.KindOf(inserted) & EventKind.Read) == 0 || HoldsForAdds(ref graph, inserted, seen);
        }

        ulong later;
        if ((graph.KindOf(inserted) & EventKind.Read) != 0)
        {
            int write = graph.ReadFrom[inserted];
            later = write < 0 ? graph.WritesTo[graph.Location[inserted]] : graph.LaterWrites[write];
        }
        else
        {
            later = graph.LaterWrites[inserted];
        }

        if ((later & seen) != 0)
        {
            return false;
        }

        for (ulong rest = later; rest != 0; rest &= rest - 1)
        {
            if ((graph.Readers[BitOperations.TrailingZeroCount(rest)] & seen) != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// A read of a commuting location sees all adds that it, or an add that it sees, must come after; and of any two reads one
    /// sees all that the other sees, since the adds have one order.
    /// </summary>
    private static bool HoldsForAdds(ref ExecutionGraph graph, int read, ulong seen)
    {
        int location = graph.Location[read];
        ulong observed = graph.Observed[read];
        for (ulong rest = observed; rest != 0; rest &= rest - 1)
        {
            seen |= graph.Before[BitOperations.TrailingZeroCount(rest)];
        }

        ulong needed = seen & graph.WritesTo[location];
        for (ulong rest = seen & graph.ReadsOf[location]; rest != 0; rest &= rest - 1)
        {
            needed |= graph.Observed[BitOperations.TrailingZeroCount(rest)];
        }

        for (ulong rest = graph.ReadsOf[location] & ~ExecutionGraph.Bit(read); rest != 0; rest &= rest - 1)
        {
            ulong other = graph.Observed[BitOperations.TrailingZeroCount(rest)];
            if ((other & ~observed) != 0 && (observed & ~other) != 0)
            {
                return false;
            }
        }

        return (needed & ~observed) == 0;
    }
}
