using System.Runtime.CompilerServices;
using Exploration.Actors;
using Exploration.Graphs;

namespace Exploration.Models;

/// <summary>
/// RC11 (Lahav, Vafeiadis, Kang, Hur and Dreyer, "Repairing Sequential Consistency in C/C++11", PLDI 2017), to which
/// the operations of .NET are mapped: plain accesses are relaxed, <c>Volatile</c> ones acquire and release, barriers
/// are fences, and an Interlocked operation is an SC fence, an acquire-release update, an SC fence.
/// </summary>
/// <remarks>
/// Rows: <c>Before</c> is happens-before. <c>Released</c> of a write is what its reader may acquire, <c>Acquirable</c>
/// what the thread has read but not acquired yet, <c>Fenced</c> what its last release fence covered. All of them depend
/// on an event's causes only, so an event's rows are final when it is inserted. Release sequences are those of C++20: a
/// write and the updates that follow it. What RC11 leaves out and reports too much: docs/CHECKERS.md.
/// </remarks>
internal readonly unsafe struct Rc11Model : IMemoryModel
{
    /// <inheritdoc/>
    public static string Name => "rc11";

    /// <inheritdoc/>
    public static bool HasFenceRows => true;

    /// <inheritdoc/>
    public static bool MayBufferLoads => false;

    /// <inheritdoc/>
    public static bool FencesFailedSwap => true;

    /// <inheritdoc/>
    public static bool Orders(Ordering fence) => fence != Ordering.Plain;

    /// <inheritdoc/>
    public static TSet Seen<TSet>(ExecutionGraph<TSet> graph, int thread)
        where TSet : unmanaged, IEventSet<TSet> => graph.UpTo(graph.Threads[thread].Last);

    /// <inheritdoc/>
    [MethodImpl(Compilation.AtOnce)]
    public static bool TryInsert<TSet>(ExecutionGraph<TSet> graph, int inserted)
        where TSet : unmanaged, IEventSet<TSet>
    {
        DeriveHappensBefore(graph, inserted);
        return graph.Events[inserted].Location < 0
            || (Coherence.Holds(graph, inserted, graph.Events[inserted].Before) && FencesAgree(graph, inserted));
    }

    /// <inheritdoc/>
    public static bool? HasAddOrder<TSet>(ExecutionGraph<TSet> graph)
        where TSet : unmanaged, IEventSet<TSet> => AddOrder<Rc11Model, TSet>.Exists(graph);

    [MethodImpl(Compilation.AtOnce)]
    private static void DeriveHappensBefore<TSet>(ExecutionGraph<TSet> graph, int inserted)
        where TSet : unmanaged, IEventSet<TSet>
    {
        EventKind kind = graph.KindOf(inserted);
        TSet self = EventSets.Of<TSet>(inserted);
        int previous = graph.Events[inserted].Previous;
        TSet before = graph.UpTo(previous);
        TSet acquirable = default;
        TSet fenced = default;
        if (previous >= 0)
        {
            acquirable = graph.Fences[previous].Acquirable;
            fenced = graph.Fences[previous].Fenced;
        }

        ref FenceRow<TSet> row = ref graph.Fences[inserted];
        bool isFence = (kind & EventKind.Fence) != 0;
        if ((kind & EventKind.FenceBefore) != 0 || (isFence && (kind & EventKind.Acquire) != 0))
        {
            before |= acquirable;
        }

        if ((kind & EventKind.FenceBefore) != 0)
        {
            fenced = before;
            row.Entry = before;
        }

        if ((kind & EventKind.Read) != 0)
        {
            TSet released = ReleasedTo(graph, inserted);
            acquirable |= released;
            if ((kind & EventKind.Acquire) != 0)
            {
                before |= released;
            }
        }

        if ((kind & EventKind.Write) != 0)
        {
            // A plain write releases what a fence covered, not itself. Its own bit marks the way from the fence to
            // those who acquire: one fence of an Interlocked operation has no other. It orders nothing besides, since
            // they have read the write, or an update behind it, already.
            row.Released = self | ((kind & EventKind.Release) != 0 ? before : fenced) | Continued(graph, inserted);
        }

        if ((kind & EventKind.FenceAfter) != 0 || (isFence && (kind & EventKind.Release) != 0))
        {
            fenced = before | self;
        }

        graph.Events[inserted].Before = before;
        row.Acquirable = acquirable;
        row.Fenced = fenced;
    }

    /// <summary>The release sequence that an update has read and goes on with.</summary>
    [MethodImpl(Compilation.AtOnce)]
    private static TSet Continued<TSet>(ExecutionGraph<TSet> graph, int write)
        where TSet : unmanaged, IEventSet<TSet>
    {
        EventKind kind = graph.KindOf(write);
        return (kind & EventKind.Update) == 0 ? default
            : (kind & EventKind.Read) != 0 ? ReleasedTo(graph, write)
            : graph.IsCommuting(write) ? default
            : ReleasedTo(graph, graph.Events[write].Previous);
    }

    /// <summary>
    /// What the write that a read reads has released. A read that has seen several adds reads the last of them, in
    /// whatever order they come, and that one has gone on with the release sequences of the others.
    /// </summary>
    [MethodImpl(Compilation.AtOnce)]
    private static TSet ReleasedTo<TSet>(ExecutionGraph<TSet> graph, int read)
        where TSet : unmanaged, IEventSet<TSet>
    {
        if (!graph.IsCommuting(read))
        {
            int write = graph.Events[read].ReadFrom;
            return write < 0 ? default : graph.Fences[write].Released;
        }

        TSet released = default;
        foreach (int add in graph.Events[read].Observed)
        {
            released |= graph.Fences[add].Released;
        }

        return released;
    }

    /// <summary>
    /// The SC axiom: full fences have one order that agrees with happens-before and with what is visible across them
    /// (RC11's <c>psc</c> has no cycle). Only an access that something communicates on from can close a cycle.
    /// </summary>
    [MethodImpl(Compilation.AtOnce)]
    private static bool FencesAgree<TSet>(ExecutionGraph<TSet> graph, int inserted)
        where TSet : unmanaged, IEventSet<TSet> =>
        graph.FullFences.IsEmpty || graph.WritesAfter(inserted).IsEmpty || FenceOrder.StaysAcyclic(graph, inserted);
}
