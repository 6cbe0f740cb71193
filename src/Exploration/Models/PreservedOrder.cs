using System.Runtime.CompilerServices;
using Exploration.Actors;
using Exploration.Graphs;

namespace Exploration.Models;

/// <summary>
/// Which events of a thread stay in program order under the .NET memory model, the compiler's freedom included
/// (docs/CHECKERS.md has the rules by number).
/// </summary>
internal static unsafe class PreservedOrder
{
    private const EventKind Full = EventKind.FenceBefore | EventKind.FenceAfter;

    /// <summary>
    /// Earlier events of the thread that stay before an event. Not all of them: the others stay before one of these.
    /// </summary>
    [MethodImpl(Compilation.AtOnce)]
    public static TSet Before<TSet>(ExecutionGraph<TSet> graph, int number)
        where TSet : unmanaged, IEventSet<TSet>
    {
        ref GraphEvent<TSet> at = ref graph.Events[number];
        TSet before = at.Through < 0 ? default : EventSets.Of<TSet>(at.Through);
        return (at.Kind & (Full | EventKind.Release)) != 0 ? before | All(graph, number)
            : (at.Kind & EventKind.Fence) != 0 ? before | Reads(graph, number)
            : (at.Kind & EventKind.Write) != 0 ? before | BeforePlainWrite(graph, number)
            : before | Acquired(graph, number);
    }

    /// <summary>
    /// Whether an event comes before a write because of what its thread keeps in order, and not because of what it has
    /// read.
    /// </summary>
    [MethodImpl(Compilation.AtOnce)]
    public static bool LeadsTo<TSet>(ExecutionGraph<TSet> graph, int number, int write)
        where TSet : unmanaged, IEventSet<TSet>
    {
        TSet reached = graph.Events[write].Before | EventSets.Of<TSet>(write);
        int thread = graph.Events[number].Thread;
        for (int later = graph.Threads[thread].Last; later != number; later = graph.Events[later].Previous)
        {
            bool keepsAll = (graph.KindOf(later) & (Full | EventKind.Release)) != 0;
            if (reached.Contains(later) && (keepsAll || Before(graph, later).Contains(number)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Rules 2, 3 and, for a write barrier, 5: a release, a write barrier, a full fence come behind everything.
    /// </summary>
    [MethodImpl(Compilation.AtOnce)]
    private static TSet All<TSet>(ExecutionGraph<TSet> graph, int number)
        where TSet : unmanaged, IEventSet<TSet>
    {
        TSet before = default;
        bool isCovered = false;
        for (int earlier = graph.Events[number].Previous; earlier >= 0 && !isCovered;
            earlier = graph.Events[earlier].Previous)
        {
            before |= EventSets.Of<TSet>(earlier);
            isCovered = (graph.KindOf(earlier) & (Full | EventKind.Release)) != 0;
        }

        return before;
    }

    /// <summary>Rule 4: a read barrier comes behind all reads.</summary>
    [MethodImpl(Compilation.AtOnce)]
    private static TSet Reads<TSet>(ExecutionGraph<TSet> graph, int number)
        where TSet : unmanaged, IEventSet<TSet>
    {
        TSet before = default;
        bool isCovered = false;
        for (int earlier = graph.Events[number].Previous; earlier >= 0 && !isCovered;
            earlier = graph.Events[earlier].Previous)
        {
            EventKind kind = graph.KindOf(earlier);
            bool isReadBarrier = (kind & (EventKind.Fence | EventKind.Acquire)) == (EventKind.Fence
                | EventKind.Acquire);
            isCovered = (kind & Full) != 0 || isReadBarrier;
            before |= isCovered || (kind & EventKind.Read) != 0 ? EventSets.Of<TSet>(earlier) : default;
        }

        return before;
    }

    /// <summary>
    /// Rules 1, 3 and 4: the last acquire, read barrier or full fence. Everything behind it stays there, so do the
    /// earlier ones.
    /// </summary>
    [MethodImpl(Compilation.AtOnce)]
    private static TSet Acquired<TSet>(ExecutionGraph<TSet> graph, int number)
        where TSet : unmanaged, IEventSet<TSet>
    {
        int earlier = graph.Events[number].Previous;
        while (earlier >= 0 && (graph.KindOf(earlier) & (Full | EventKind.Acquire)) == 0)
        {
            earlier = graph.Events[earlier].Previous;
        }

        return earlier < 0 ? default : EventSets.Of<TSet>(earlier);
    }

    /// <summary>The same, and rules 5, 6, 7 and 9.</summary>
    [MethodImpl(Compilation.AtOnce)]
    private static TSet BeforePlainWrite<TSet>(ExecutionGraph<TSet> graph, int number)
        where TSet : unmanaged, IEventSet<TSet>
    {
        ref GraphEvent<TSet> at = ref graph.Events[number];
        WordTraits[] words = graph.Shape.Words;
        long published = words.Length > 0 && words[at.Location].HoldsReference ? at.Value : 0;
        bool isSecondHalf = (at.Kind & (EventKind.Update | EventKind.Read)) == EventKind.Update
            && !graph.IsCommuting(number);
        TSet before = isSecondHalf ? EventSets.Of<TSet>(at.Previous) : default;
        bool needsAcquire = true;
        bool needsBarrier = true;
        for (int earlier = at.Previous; earlier >= 0; earlier = graph.Events[earlier].Previous)
        {
            EventKind kind = graph.KindOf(earlier);
            if ((kind & Full) != 0)
            {
                return before | EventSets.Of<TSet>(earlier);
            }

            bool isBarrier = (kind & (EventKind.Fence | EventKind.Release)) == (EventKind.Fence | EventKind.Release);
            bool acquires = (kind & EventKind.Acquire) != 0;
            bool keeps = (needsAcquire && acquires) || (needsBarrier && isBarrier)
                || ((kind & EventKind.Write) != 0 && StaysBefore(graph, earlier, at.Location, published));
            before |= keeps ? EventSets.Of<TSet>(earlier) : default;
            needsAcquire &= !acquires;
            needsBarrier &= !isBarrier;
        }

        return before;
    }

    /// <summary>Rule 7, a volatile write of the same word; rule 9, a write into the object that is published.</summary>
    private static bool StaysBefore<TSet>(ExecutionGraph<TSet> graph, int write, int location, long published)
        where TSet : unmanaged, IEventSet<TSet>
    {
        int written = graph.Events[write].Location;
        return ((graph.KindOf(write) & EventKind.Release) != 0 && written == location)
            || (published != 0 && graph.Shape.Words[written].Owner == published);
    }
}
