using System.Numerics;
using Exploration.Actors;
using Exploration.Graphs;

namespace Exploration.Models;

/// <summary>
/// The .NET memory model as RC11 (Lahav, Vafeiadis, Kang, Hur and Dreyer, "Repairing Sequential Consistency in C/C++11", PLDI
/// 2017): plain accesses are relaxed, <c>Volatile</c> ones acquire and release, barriers are fences, and an Interlocked operation
/// is an SC fence, an acquire-release update, an SC fence.
/// </summary>
/// <remarks>
/// Rows: <c>Before</c> and <c>After</c> are happens-before. <c>Released</c> of a write is what its reader may acquire,
/// <c>Acquirable</c> what the thread has read but not acquired yet, <c>Fenced</c> what its last release fence covered. All of
/// them depend on an event's causes only, so an event's rows are final when it is inserted. Release sequences are those of
/// C++20: a write and the updates that follow it.
/// What RC11 leaves out and reports too much: docs/CHECKERS.md.
/// </remarks>
internal readonly unsafe struct DotnetModel : IMemoryModel
{
    /// <inheritdoc/>
    public static string Name => "dotnet";

    /// <inheritdoc/>
    public static bool Orders(Ordering fence) => true;

    /// <inheritdoc/>
    public static bool TryInsert(ref ExecutionGraph graph, int inserted)
    {
        DeriveHappensBefore(ref graph, inserted);
        return graph.Location[inserted] < 0
            || (Coherence.Holds(ref graph, inserted, graph.Before[inserted]) && FencesAgree(ref graph, inserted));
    }

    private static void DeriveHappensBefore(ref ExecutionGraph graph, int inserted)
    {
        EventKind kind = graph.KindOf(inserted);
        ulong self = ExecutionGraph.Bit(inserted);
        int previous = graph.Previous[inserted];
        ulong before = previous < 0 ? 0 : graph.Before[previous] | ExecutionGraph.Bit(previous);
        ulong acquirable = previous < 0 ? 0 : graph.Acquirable[previous];
        ulong fenced = previous < 0 ? 0 : graph.Fenced[previous];
        bool isFence = (kind & EventKind.Fence) != 0;
        if ((kind & EventKind.FenceBefore) != 0 || (isFence && (kind & EventKind.Acquire) != 0))
        {
            before |= acquirable;
        }

        if ((kind & EventKind.FenceBefore) != 0)
        {
            fenced = before;
            graph.FenceEntry[inserted] = before;
        }

        if ((kind & EventKind.Read) != 0)
        {
            ulong released = ReleasedTo(ref graph, inserted);
            acquirable |= released;
            before |= (kind & EventKind.Acquire) != 0 ? released : 0;
        }

        if ((kind & EventKind.Write) != 0)
        {
            // A plain write releases what a fence covered, not itself. Its own bit marks the way from the fence to those who
            // acquire: one fence of an Interlocked operation has no other. It orders nothing besides, since they have read the
            // write, or an update behind it, already.
            ulong released = self | ((kind & EventKind.Release) != 0 ? before : fenced);
            if ((kind & EventKind.Update) != 0)
            {
                // An update goes on with the release sequence that it has read.
                released |= (kind & EventKind.Read) != 0 ? ReleasedTo(ref graph, inserted)
                    : graph.IsCommuting(inserted) ? 0
                    : ReleasedTo(ref graph, previous);
            }

            graph.Released[inserted] = released;
        }

        if ((kind & EventKind.FenceAfter) != 0 || (isFence && (kind & EventKind.Release) != 0))
        {
            fenced = before | self;
        }

        graph.Before[inserted] = before;
        graph.After[inserted] = 0;
        graph.Acquirable[inserted] = acquirable;
        graph.Fenced[inserted] = fenced;
        for (ulong rest = before; rest != 0; rest &= rest - 1)
        {
            graph.After[BitOperations.TrailingZeroCount(rest)] |= self;
        }
    }

    /// <summary>
    /// What the write that a read reads has released. A read that has seen several adds reads the last of them, in whatever
    /// order they come, and that one has gone on with the release sequences of the others.
    /// </summary>
    private static ulong ReleasedTo(ref ExecutionGraph graph, int read)
    {
        if (!graph.IsCommuting(read))
        {
            int write = graph.ReadFrom[read];
            return write < 0 ? 0 : graph.Released[write];
        }

        ulong released = 0;
        for (ulong rest = graph.Observed[read]; rest != 0; rest &= rest - 1)
        {
            released |= graph.Released[BitOperations.TrailingZeroCount(rest)];
        }

        return released;
    }

    /// <summary>
    /// The SC axiom: full fences have one order that agrees with happens-before and with what is visible across them (RC11's
    /// <c>psc</c> has no cycle). Only an access that something communicates on from can close a cycle.
    /// </summary>
    private static bool FencesAgree(ref ExecutionGraph graph, int inserted)
    {
        ulong fences = graph.FullFences;
        if (graph.WritesAfter(inserted) == 0 || (fences & (fences - 1)) == 0)
        {
            return true;
        }

        ulong* communicates = stackalloc ulong[ExecutionGraph.MaxEvents];
        DeriveCommunication(ref graph, communicates);
        return FenceOrder.IsAcyclic(ref graph, communicates);
    }

    /// <summary>For each access, all that comes after it in modification order, reads included.</summary>
    private static void DeriveCommunication(ref ExecutionGraph graph, ulong* communicates)
    {
        for (int location = 0; location < ExecutionGraph.MaxLocations; location++)
        {
            if ((graph.WritesTo[location] | graph.ReadsOf[location]) == 0)
            {
                continue;
            }

            if ((graph.Commuting >> location & 1) != 0)
            {
                DeriveObservations(ref graph, location, communicates);
                continue;
            }

            ulong later = 0;
            for (int write = graph.LastWrite[location]; write >= 0; write = graph.PreviousWrite[write])
            {
                ulong readers = graph.Readers[write];
                communicates[write] = later | readers;
                SetAll(communicates, readers, later);
                later |= readers | ExecutionGraph.Bit(write);
            }

            SetAll(communicates, graph.InitialReaders[location], later);
        }
    }

    /// <summary>
    /// The same as far as observations tell: an add that a read has not seen comes after that read and all adds that it has
    /// seen.
    /// </summary>
    private static void DeriveObservations(ref ExecutionGraph graph, int location, ulong* communicates)
    {
        ulong adds = graph.WritesTo[location];
        for (ulong rest = adds; rest != 0; rest &= rest - 1)
        {
            communicates[BitOperations.TrailingZeroCount(rest)] = 0;
        }

        for (ulong rest = graph.ReadsOf[location]; rest != 0; rest &= rest - 1)
        {
            int read = BitOperations.TrailingZeroCount(rest);
            ulong missed = adds & ~graph.Observed[read];
            communicates[read] = missed | Seers(ref graph, location, missed);
            for (ulong seen = graph.Observed[read]; seen != 0; seen &= seen - 1)
            {
                communicates[BitOperations.TrailingZeroCount(seen)] |= missed | ExecutionGraph.Bit(read);
            }
        }
    }

    /// <summary>The reads that have seen one of some adds.</summary>
    private static ulong Seers(ref ExecutionGraph graph, int location, ulong adds)
    {
        ulong seers = 0;
        for (ulong rest = graph.ReadsOf[location]; rest != 0; rest &= rest - 1)
        {
            int read = BitOperations.TrailingZeroCount(rest);
            seers |= (graph.Observed[read] & adds) != 0 ? ExecutionGraph.Bit(read) : 0;
        }

        return seers;
    }

    private static void SetAll(ulong* rows, ulong of, ulong value)
    {
        for (ulong rest = of; rest != 0; rest &= rest - 1)
        {
            rows[BitOperations.TrailingZeroCount(rest)] = value;
        }
    }

    /// <inheritdoc/>
    public static bool HasAddOrder(ref ExecutionGraph graph) => AddOrder<DotnetModel>.Exists(ref graph);
}
