using Exploration.Actors;
using Exploration.Graphs;

namespace Exploration.Models;

/// <summary>
/// Total store order, x86: each thread's stores go through a FIFO buffer, its loads look there first; Interlocked operations and
/// full barriers drain it.
/// </summary>
/// <remarks>
/// In axioms (Alglave, Maranget and Tautschnig, "Herding cats", 2014, after Owens, Sarkar and Sewell 2009): coherence, and no
/// cycle of modification order, from-reads, reads-from between threads, and program order without store-to-load pairs that
/// nothing drains between.
/// </remarks>
internal readonly unsafe struct TotalStoreOrder : IMemoryModel
{
    private const EventKind Draining = EventKind.Update | EventKind.FenceBefore | EventKind.FenceAfter;

    /// <inheritdoc/>
    public static string Name => "tso";

    /// <inheritdoc/>
    public static bool Orders(Ordering fence) => fence == Ordering.Full;

    /// <inheritdoc/>
    public static bool TryInsert(ref ExecutionGraph graph, int inserted)
    {
        int thread = graph.Thread[inserted];
        EventKind kind = graph.KindOf(inserted);
        if (graph.Location[inserted] >= 0 && !graph.IsCommuting(inserted) && !Coherence.Holds(ref graph, inserted, graph.OfThread[thread]))
        {
            return false;
        }

        TotalOrder.Communication(ref graph, inserted, out ulong before, out ulong after);
        bool isPlainRead = (kind & EventKind.Read) != 0 && (kind & Draining) == 0;
        if ((kind & EventKind.Read) != 0)
        {
            // A store is forwarded to its own thread's loads before it is visible: that orders nothing.
            before &= ~graph.OfThread[thread];
        }

        return TotalOrder.TryInsert(ref graph, inserted, before | ProgramOrder(ref graph, inserted, isPlainRead), after);
    }

    /// <summary>
    /// The last earlier events of the thread that stay before this one: the last that is no buffered store, and, unless this
    /// is a plain read, which may overtake them, the last buffered store too.
    /// </summary>
    private static ulong ProgramOrder(ref ExecutionGraph graph, int inserted, bool overtakesStores)
    {
        ulong store = 0;
        ulong other = 0;
        bool needsStore = !overtakesStores;
        for (int earlier = graph.Previous[inserted]; earlier >= 0 && (needsStore || other == 0); earlier = graph.Previous[earlier])
        {
            EventKind kind = graph.KindOf(earlier);
            bool isBuffered = (kind & EventKind.Write) != 0 && (kind & Draining) == 0;
            if (!isBuffered && other == 0)
            {
                other = ExecutionGraph.Bit(earlier);

                // What drains the buffer stands for all stores before it.
                needsStore &= (kind & Draining) == 0;
            }
            else if (isBuffered && needsStore)
            {
                store = ExecutionGraph.Bit(earlier);
                needsStore = false;
            }
        }

        return store | other;
    }

    /// <inheritdoc/>
    /// <remarks>Locked adds take their place in the one order of all that is visible: any such order will do.</remarks>
    public static bool HasAddOrder(ref ExecutionGraph graph) => true;
}
