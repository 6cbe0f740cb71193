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
}
