using System.Runtime.CompilerServices;
using Exploration.Actors;
using Exploration.Graphs;

namespace Exploration.Models;

/// <summary>
/// The .NET memory model (dotnet/runtime, docs/design/specs/Memory-model.md) as axioms in the form of ARMv8's:
/// coherence, atomic updates, and one order of all events that holds what threads see of each other and what stays in
/// program order.
/// </summary>
/// <remarks>
/// Row: <c>Before</c> is that order, closed, with barriers as events of it. What else the model asks, that no write
/// comes out of a speculation, is judged when a graph is complete (<see cref="Search.Speculation"/>).
/// </remarks>
/// <typeparam name="TSwap">What a compare-and-swap that fails orders.</typeparam>
internal readonly unsafe struct DotnetModel<TSwap> : IMemoryModel
    where TSwap : struct, IFailedSwap
{
    /// <inheritdoc/>
    public static string Name => "dotnet";

    /// <inheritdoc/>
    public static bool HasFenceRows => false;

    /// <inheritdoc/>
    public static bool MayBufferLoads => true;

    /// <inheritdoc/>
    public static bool FencesFailedSwap => TSwap.IsFence;

    /// <inheritdoc/>
    public static bool Orders(Ordering fence) => fence != Ordering.Plain;

    /// <inheritdoc/>
    public static TSet Seen<TSet>(ExecutionGraph<TSet> graph, int thread)
        where TSet : unmanaged, IEventSet<TSet> => graph.Threads[thread].Events;

    /// <inheritdoc/>
    [MethodImpl(Compilation.AtOnce)]
    public static bool TryInsert<TSet>(ExecutionGraph<TSet> graph, int inserted)
        where TSet : unmanaged, IEventSet<TSet>
    {
        TSet before = PreservedOrder.Before(graph, inserted);
        ref GraphEvent<TSet> added = ref graph.Events[inserted];
        if (added.Location < 0 || graph.Guesses.Contains(inserted))
        {
            return TotalOrder.TryInsert(graph, inserted, before, default);
        }

        TSet ofThread = graph.Threads[added.Thread].Events;
        if (!Coherence.Holds(graph, inserted, ofThread & ~EventSets.Of<TSet>(inserted)))
        {
            return false;
        }

        Observation.Of(graph, inserted, out TSet earlier, out TSet later);
        return TotalOrder.TryInsert(graph, inserted, before | (earlier & ~ofThread), later & ~ofThread);
    }

    /// <inheritdoc/>
    public static bool? HasAddOrder<TSet>(ExecutionGraph<TSet> graph)
        where TSet : unmanaged, IEventSet<TSet> => AddOrder<DotnetModel<TSwap>, TSet>.Exists(graph);
}
