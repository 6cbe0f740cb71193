using System.Numerics;
using Exploration.Actors;
using Exploration.Graphs;

namespace Exploration.Search;

/// <summary>The revisits of TruSt: a new write takes an earlier read, and all that came after it, back.</summary>
internal sealed unsafe partial class GraphSearch<TModel>
{
    /// <summary>Lets an earlier read read the write that is about to be inserted.</summary>
    private void Revisit(int depth, ref ExecutionGraph graph, int thread, in Operation operation, ulong causes, int read)
    {
        ulong removed = ExecutionGraph.Bit(read);
        for (ulong rest = graph.Present & ~causes; rest != 0; rest &= rest - 1)
        {
            int other = BitOperations.TrailingZeroCount(rest);
            removed |= graph.Stamp[other] > graph.Stamp[read] ? ExecutionGraph.Bit(other) : 0;
        }

        for (ulong rest = removed; rest != 0; rest &= rest - 1)
        {
            if (!IsNewest(ref graph, BitOperations.TrailingZeroCount(rest), causes))
            {
                sink.Cover(graph.Share);
                return;
            }
        }

        ref ExecutionGraph reduced = ref At(depth + 1);
        reduced = graph;
        reduced.Remove(removed);
        int readThread = graph.Thread[read];
        int stamp = graph.Stamp[read];
        Operation again = program.Replays[readThread].Tree[graph.Node[read]];
        sbyte* choices = stackalloc sbyte[ExecutionGraph.MaxEvents + 1];
        int count = WritePlaces(ref reduced, thread, operation, choices);
        reduced.Share /= Math.Max(1, count);
        for (int choice = 0; choice < count && !_stopped; choice++)
        {
            ref ExecutionGraph branch = ref At(depth + 2);
            branch = At(depth + 1);
            if (Keeps(
                ref branch,
                TryWrite(ref branch, thread, operation, choices[choice]) && TryRead(ref branch, readThread, again, branch.Last[thread])))
            {
                branch.Stamp[branch.Last[readThread]] = stamp;
                Descend(depth + 2);
            }
        }
    }

    /// <summary>
    /// Whether an event was added in the most recent way, seen from the events older than it and from those that cause the
    /// revisiting write: a read of the newest write, a write at the end that nobody older reads.
    /// </summary>
    private static bool IsNewest(ref ExecutionGraph graph, int number, ulong causes)
    {
        EventKind kind = graph.KindOf(number);
        int location = graph.Location[number];
        if ((kind & EventKind.Fence) != 0)
        {
            return true;
        }

        if (graph.IsCommuting(number))
        {
            return IsNewestObservation(ref graph, number, causes);
        }

        ulong newer;
        if ((kind & EventKind.Read) != 0)
        {
            int write = graph.ReadFrom[number];
            newer = write < 0 ? graph.WritesTo[location] : graph.LaterWrites[write] | ExecutionGraph.Bit(write);
            if (write >= 0 && !IsOlder(ref graph, write, number, causes))
            {
                return false;
            }

            newer &= write < 0 ? ulong.MaxValue : ~ExecutionGraph.Bit(write);
        }
        else
        {
            newer = graph.LaterWrites[number] | graph.Readers[number];
        }

        for (ulong rest = newer; rest != 0; rest &= rest - 1)
        {
            if (IsOlder(ref graph, BitOperations.TrailingZeroCount(rest), number, causes))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The same for a commuting location: a read of all older adds and no other, an add that nobody older has seen.</summary>
    private static bool IsNewestObservation(ref ExecutionGraph graph, int number, ulong causes)
    {
        int location = graph.Location[number];
        if ((graph.KindOf(number) & EventKind.Read) == 0)
        {
            for (ulong rest = graph.ReadsOf[location]; rest != 0; rest &= rest - 1)
            {
                int reader = BitOperations.TrailingZeroCount(rest);
                if ((graph.Observed[reader] & ExecutionGraph.Bit(number)) != 0 && IsOlder(ref graph, reader, number, causes))
                {
                    return false;
                }
            }

            return true;
        }

        for (ulong rest = graph.WritesTo[location]; rest != 0; rest &= rest - 1)
        {
            int add = BitOperations.TrailingZeroCount(rest);
            bool observed = (graph.Observed[number] & ExecutionGraph.Bit(add)) != 0;
            if (observed != IsOlder(ref graph, add, number, causes))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsOlder(ref ExecutionGraph graph, int number, int than, ulong causes) =>
        (causes & ExecutionGraph.Bit(number)) != 0 || graph.Stamp[number] < graph.Stamp[than];
}
