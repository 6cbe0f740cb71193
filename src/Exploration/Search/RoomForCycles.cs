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
            foreach (int write in graph.Locations[location].Writes)
            {
                ref GraphEvent<TSet> at = ref graph.Events[write];
                foreach (int read in graph.Locations[location].Reads & at.Causes & ~graph.Threads[at.Thread].Events)
                {
                    EventKind kind = graph.KindOf(read);
                    if ((kind & EventKind.Acquire) == 0
                        && ((kind & EventKind.Update) != 0 || !PreservedOrder.LeadsTo(graph, read, write)))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }
}
