using System.Runtime.CompilerServices;
using Exploration.Actors;
using Exploration.Graphs;

namespace Exploration.Models;

/// <summary>
/// Total store order, x86: each thread's stores go through a FIFO buffer, its loads look there first; Interlocked
/// operations and full barriers drain it.
/// </summary>
/// <remarks>
/// In axioms (Alglave, Maranget and Tautschnig, "Herding cats", 2014, after Owens, Sarkar and Sewell 2009): coherence,
/// and no cycle of modification order, from-reads, reads-from between threads, and program order without store-to-load
/// pairs that nothing drains between.
/// </remarks>
internal readonly unsafe struct TotalStoreOrder : IMemoryModel
{
    private const EventKind Draining = EventKind.Update | EventKind.FenceBefore | EventKind.FenceAfter;

    /// <inheritdoc/>
    public static string Name => "tso";

    /// <inheritdoc/>
    public static bool HasFenceRows => false;

    /// <inheritdoc/>
    public static bool MayBufferLoads => false;

    /// <inheritdoc/>
    public static bool FencesFailedSwap => true;

    /// <inheritdoc/>
    public static bool Orders(Ordering fence) => fence == Ordering.Full;

    /// <inheritdoc/>
    public static TSet Seen<TSet>(ExecutionGraph<TSet> graph, int thread)
        where TSet : unmanaged, IEventSet<TSet> => graph.Threads[thread].Events;

    /// <inheritdoc/>
    [MethodImpl(Compilation.AtOnce)]
    public static bool TryInsert<TSet>(ExecutionGraph<TSet> graph, int inserted)
        where TSet : unmanaged, IEventSet<TSet>
    {
        TSet ofThread = graph.Threads[graph.Events[inserted].Thread].Events;
        EventKind kind = graph.KindOf(inserted);
        bool hasOrder = graph.Events[inserted].Location >= 0 && !graph.IsCommuting(inserted);
        if (hasOrder && !Coherence.Holds(graph, inserted, ofThread))
        {
            return false;
        }

        TotalOrder.Communication(graph, inserted, out TSet before, out TSet after);
        bool isPlainRead = (kind & EventKind.Read) != 0 && (kind & Draining) == 0;
        if ((kind & EventKind.Read) != 0)
        {
            // A store is forwarded to its own thread's loads before it is visible: that orders nothing.
            before &= ~ofThread;
        }

        return TotalOrder.TryInsert(graph, inserted, before | ProgramOrder(graph, inserted, isPlainRead), after);
    }

    /// <summary>
    /// The last earlier events of the thread that stay before this one: the last that is no buffered store, and, unless
    /// this is a plain read, which may overtake them, the last buffered store too.
    /// </summary>
    [MethodImpl(Compilation.AtOnce)]
    private static TSet ProgramOrder<TSet>(ExecutionGraph<TSet> graph, int inserted, bool overtakesStores)
        where TSet : unmanaged, IEventSet<TSet>
    {
        TSet store = default;
        TSet other = default;
        bool needsStore = !overtakesStores;
        bool needsOther = true;
        int earlier = graph.Events[inserted].Previous;
        for (; earlier >= 0 && (needsStore || needsOther); earlier = graph.Events[earlier].Previous)
        {
            EventKind kind = graph.KindOf(earlier);
            bool isBuffered = (kind & EventKind.Write) != 0 && (kind & Draining) == 0;
            if (!isBuffered && needsOther)
            {
                other = EventSets.Of<TSet>(earlier);
                needsOther = false;

                // What drains the buffer stands for all stores before it.
                needsStore &= (kind & Draining) == 0;
            }
            else if (isBuffered && needsStore)
            {
                store = EventSets.Of<TSet>(earlier);
                needsStore = false;
            }
        }

        return store | other;
    }

    /// <inheritdoc/>
    /// <remarks>Locked adds take their place in the one order of all that is visible: any such order will do.</remarks>
    public static bool? HasAddOrder<TSet>(ExecutionGraph<TSet> graph)
        where TSet : unmanaged, IEventSet<TSet> => true;
}
