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
    private const EventKind Full = EventKind.FenceBefore | EventKind.FenceAfter;

    /// <summary>Whether there is any.</summary>
    [MethodImpl(Compilation.AtOnce)]
    public static bool Exists<TSet>(ExecutionGraph<TSet> graph)
        where TSet : unmanaged, IEventSet<TSet>
    {
        for (int thread = 0; thread < graph.Shape.Threads; thread++)
        {
            int fence = -1;
            for (int number = graph.Threads[thread].Last; number >= 0; number = graph.Events[number].Previous)
            {
                EventKind kind = graph.KindOf(number);
                fence = (kind & Full) != 0 ? number : fence;

                // Everything behind a read that acquires stays there.
                if ((kind & (EventKind.Read | EventKind.Acquire)) == EventKind.Read
                    && MayComeLater(graph, number, fence))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether a read need not come before some write of another thread that it is a cause of.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="read">The read.</param>
    /// <param name="fence">The next full fence of its thread; -1 if there is none.</param>
    [MethodImpl(Compilation.AtOnce)]
    private static bool MayComeLater<TSet>(ExecutionGraph<TSet> graph, int read, int fence)
        where TSet : unmanaged, IEventSet<TSet>
    {
        ref GraphEvent<TSet> at = ref graph.Events[read];
        foreach (int write in graph.Locations[at.Location].Writes & ~graph.Threads[at.Thread].Events)
        {
            // Mostly the fence stands between, and then nothing else need be asked.
            if (graph.Events[write].Causes.Contains(read) && ((at.Kind & EventKind.Update) != 0
                || ((fence < 0 || !graph.UpTo(write).Contains(fence))
                    && !PreservedOrder.LeadsTo(graph, read, write))))
            {
                return true;
            }
        }

        return false;
    }
}
