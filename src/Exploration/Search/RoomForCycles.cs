using System.Runtime.CompilerServices;
using Exploration.Graphs;
using Exploration.Models;

namespace Exploration.Search;

/// <summary>
/// Tells whether an execution leaves room for one in which a read sees what it causes: whether a plain read need not
/// come before a write to its word that program order and reads-from put behind it.
/// </summary>
/// <remarks>
/// Follow an execution that has a cycle in the order in which its events become visible: the read that closes the first
/// cycle sees a write that was visible before it. Without that read's value, what was visible so far belongs to an
/// execution without a cycle, and it has such a pair. If the read is half of an update, its write is in that execution,
/// too, and may be what orders the pair; so an update counts in any order.
/// </remarks>
internal static unsafe class RoomForCycles
{
    /// <summary>Whether there is any.</summary>
    [MethodImpl(Compilation.AtOnce)]
    public static bool Exists<TSet>(ExecutionGraph<TSet> graph)
        where TSet : unmanaged, IEventSet<TSet>
    {
        for (int location = 0; location < graph.Shape.Locations; location++)
        {
            TSet reads = Unordered(graph, graph.Locations[location].Reads);
            foreach (int write in reads.IsEmpty ? default : graph.Locations[location].Writes)
            {
                ref GraphEvent<TSet> at = ref graph.Events[write];
                foreach (int read in reads & at.Causes & ~graph.Threads[at.Thread].Events)
                {
                    if ((graph.KindOf(read) & EventKind.Update) != 0 || !PreservedOrder.LeadsTo(graph, read, write))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    /// <summary>Those of some reads that do not acquire: everything behind one that does stays there.</summary>
    [MethodImpl(Compilation.AtOnce)]
    private static TSet Unordered<TSet>(ExecutionGraph<TSet> graph, TSet reads)
        where TSet : unmanaged, IEventSet<TSet>
    {
        TSet unordered = default;
        foreach (int read in reads)
        {
            unordered |= (graph.KindOf(read) & EventKind.Acquire) == 0 ? EventSets.Of<TSet>(read) : default;
        }

        return unordered;
    }
}
