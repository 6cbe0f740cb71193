using System.Runtime.CompilerServices;
using Exploration.Actors;
using Exploration.Graphs;

namespace Exploration.Models;

/// <summary>
/// Sequential consistency (Lamport 1979): program order, reads-from, modification order and from-reads together have no
/// cycle.
/// </summary>
internal readonly unsafe struct SequentialConsistency : IMemoryModel
{
    /// <inheritdoc/>
    public static string Name => "sc";

    /// <inheritdoc/>
    public static bool HasFenceRows => false;

    /// <inheritdoc/>
    public static bool MayBufferLoads => false;

    /// <inheritdoc/>
    public static bool FencesFailedSwap => true;

    /// <inheritdoc/>
    public static bool Orders(Ordering fence) => false;

    /// <inheritdoc/>
    public static TSet Seen<TSet>(ExecutionGraph<TSet> graph, int thread)
        where TSet : unmanaged, IEventSet<TSet> => graph.UpTo(graph.Threads[thread].Last);

    /// <inheritdoc/>
    [MethodImpl(Compilation.AtOnce)]
    public static bool TryInsert<TSet>(ExecutionGraph<TSet> graph, int inserted)
        where TSet : unmanaged, IEventSet<TSet>
    {
        TotalOrder.Communication(graph, inserted, out TSet before, out TSet after);
        int previous = graph.Events[inserted].Previous;
        if (previous >= 0)
        {
            before |= EventSets.Of<TSet>(previous);
        }

        return TotalOrder.TryInsert(graph, inserted, before, after);
    }

    /// <inheritdoc/>
    /// <remarks>Every order of all accesses orders the adds.</remarks>
    public static bool? HasAddOrder<TSet>(ExecutionGraph<TSet> graph)
        where TSet : unmanaged, IEventSet<TSet> => true;
}
