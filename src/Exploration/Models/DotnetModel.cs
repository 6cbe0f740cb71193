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
    private const EventKind Carrier = EventKind.Read | EventKind.Write;

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
        }

        if ((kind & EventKind.Read) != 0)
        {
            int write = graph.ReadFrom[inserted];
            ulong released = write < 0 ? 0 : graph.Released[write];
            acquirable |= released;
            before |= (kind & EventKind.Acquire) != 0 ? released : 0;
        }
        else if ((kind & EventKind.Write) != 0)
        {
            ulong released = (kind & EventKind.Release) != 0 ? before | self : fenced;
            if ((kind & EventKind.Update) != 0)
            {
                int read = graph.ReadFrom[previous];
                released |= read < 0 ? 0 : graph.Released[read];
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
    /// The SC axiom: full fences have one order that agrees with happens-before and with what is visible across them (RC11's
    /// <c>psc</c> has no cycle). Only an access that something communicates on from can close a cycle.
    /// </summary>
    private static bool FencesAgree(ref ExecutionGraph graph, int inserted)
    {
        ulong fences = graph.FullFences;
        int location = graph.Location[inserted];
        ulong overtaken = (graph.KindOf(inserted) & EventKind.Read) == 0 ? graph.LaterWrites[inserted]
            : graph.ReadFrom[inserted] < 0 ? graph.WritesTo[location]
            : graph.LaterWrites[graph.ReadFrom[inserted]];
        if (overtaken == 0 || (fences & (fences - 1)) == 0)
        {
            return true;
        }

        ulong* communicates = stackalloc ulong[ExecutionGraph.MaxEvents];
        DeriveCommunication(ref graph, communicates);
        ulong* next = stackalloc ulong[ExecutionGraph.MaxEvents];
        ulong* reach = stackalloc ulong[ExecutionGraph.MaxEvents];
        for (ulong rest = fences; rest != 0; rest &= rest - 1)
        {
            int fence = BitOperations.TrailingZeroCount(rest);
            reach[fence] = ReachedFrom(ref graph, fence, communicates);
            next[fence] = 0;
        }

        for (ulong rest = fences; rest != 0; rest &= rest - 1)
        {
            int fence = BitOperations.TrailingZeroCount(rest);
            ulong before = BeforeFence(ref graph, fence);
            for (ulong others = fences; others != 0; others &= others - 1)
            {
                int other = BitOperations.TrailingZeroCount(others);
                next[other] |= (reach[other] & before) != 0 ? ExecutionGraph.Bit(fence) : 0;
            }
        }

        return IsAcyclic(fences, next);
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

    private static void SetAll(ulong* rows, ulong of, ulong value)
    {
        for (ulong rest = of; rest != 0; rest &= rest - 1)
        {
            rows[BitOperations.TrailingZeroCount(rest)] = value;
        }
    }

    /// <summary>
    /// The events that happen before a fence. The fence of an update's read lies before that read, which acquires for
    /// itself only; the fence of its write lies behind that write.
    /// </summary>
    private static ulong BeforeFence(ref ExecutionGraph graph, int fence) => (graph.KindOf(fence) & Carrier) switch
    {
        EventKind.Read => graph.Fenced[fence],
        EventKind.Write => graph.Before[fence] | ExecutionGraph.Bit(fence),
        _ => graph.Before[fence],
    };

    /// <summary>The events that a fence happens before, and those that come after one of them by communication.</summary>
    private static ulong ReachedFrom(ref ExecutionGraph graph, int fence, ulong* communicates)
    {
        ulong after = graph.After[fence];
        if ((graph.KindOf(fence) & EventKind.Write) != 0)
        {
            // Who acquires from the write is not behind the fence that follows the write.
            ulong later = after & graph.OfThread[graph.Thread[fence]];
            after = later;
            for (ulong rest = later; rest != 0; rest &= rest - 1)
            {
                after |= graph.After[BitOperations.TrailingZeroCount(rest)];
            }
        }
        else
        {
            after |= ExecutionGraph.Bit(fence);
        }

        ulong reached = after;
        for (ulong rest = after; rest != 0; rest &= rest - 1)
        {
            int number = BitOperations.TrailingZeroCount(rest);
            reached |= graph.Location[number] < 0 ? 0 : communicates[number];
        }

        return reached;
    }

    private static bool IsAcyclic(ulong nodes, ulong* next)
    {
        bool shrinks = true;
        while (nodes != 0 && shrinks)
        {
            shrinks = false;
            for (ulong rest = nodes; rest != 0; rest &= rest - 1)
            {
                int node = BitOperations.TrailingZeroCount(rest);
                if ((next[node] & nodes) == 0)
                {
                    nodes &= ~ExecutionGraph.Bit(node);
                    shrinks = true;
                }
            }
        }

        return nodes == 0;
    }
}
