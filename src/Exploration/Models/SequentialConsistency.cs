using Exploration.Actors;
using Exploration.Graphs;

namespace Exploration.Models;

/// <summary>
/// Sequential consistency (Lamport 1979): program order, reads-from, modification order and from-reads together have no cycle.
/// </summary>
internal readonly unsafe struct SequentialConsistency : IMemoryModel
{
    /// <inheritdoc/>
    public static string Name => "sc";

    /// <inheritdoc/>
    public static bool Orders(Ordering fence) => false;

    /// <inheritdoc/>
    public static bool TryInsert(ref ExecutionGraph graph, int inserted)
    {
        TotalOrder.Communication(ref graph, inserted, out ulong before, out ulong after);
        int previous = graph.Previous[inserted];
        before |= previous < 0 ? 0 : ExecutionGraph.Bit(previous);
        return TotalOrder.TryInsert(ref graph, inserted, before, after);
    }

    /// <inheritdoc/>
    /// <remarks>Every order of all accesses orders the adds.</remarks>
    public static bool HasAddOrder(ref ExecutionGraph graph) => true;
}
