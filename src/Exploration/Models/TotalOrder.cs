using System.Numerics;
using Exploration.Graphs;

namespace Exploration.Models;

/// <summary>A strict order on events, kept transitively closed in the rows <c>Before</c> and <c>After</c>.</summary>
internal static unsafe class TotalOrder
{
    /// <summary>Orders a new event behind some events and before others.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="inserted">The new event.</param>
    /// <param name="before">Events ordered directly before it.</param>
    /// <param name="after">Events ordered directly after it.</param>
    /// <returns>False if that closes a cycle.</returns>
    public static bool TryInsert(ref ExecutionGraph graph, int inserted, ulong before, ulong after)
    {
        ulong allBefore = before;
        for (ulong rest = before; rest != 0; rest &= rest - 1)
        {
            allBefore |= graph.Before[BitOperations.TrailingZeroCount(rest)];
        }

        ulong allAfter = after;
        for (ulong rest = after; rest != 0; rest &= rest - 1)
        {
            allAfter |= graph.After[BitOperations.TrailingZeroCount(rest)];
        }

        if ((allBefore & allAfter) != 0)
        {
            return false;
        }

        graph.Before[inserted] = allBefore;
        graph.After[inserted] = allAfter;
        ulong self = ExecutionGraph.Bit(inserted);
        for (ulong rest = allBefore; rest != 0; rest &= rest - 1)
        {
            graph.After[BitOperations.TrailingZeroCount(rest)] |= self | allAfter;
        }

        for (ulong rest = allAfter; rest != 0; rest &= rest - 1)
        {
            graph.Before[BitOperations.TrailingZeroCount(rest)] |= self | allBefore;
        }

        return true;
    }

    /// <summary>
    /// The events next to one in communication: a read comes after the write that it reads (if asked for) and before the
    /// next write; a write comes between its neighbours in modification order and after the reads of the earlier one.
    /// </summary>
    public static void Communication(ref ExecutionGraph graph, int inserted, out ulong before, out ulong after)
    {
        before = 0;
        after = 0;
        int location = graph.Location[inserted];
        EventKind kind = graph.KindOf(inserted);
        if (graph.IsCommuting(inserted))
        {
            // An add needs nothing here: every read that has not seen it is one of its causes.
            bool reads = (kind & EventKind.Read) != 0;
            before = reads ? graph.Observed[inserted] : 0;
            after = reads ? graph.WritesTo[location] & ~graph.Observed[inserted] : 0;
        }
        else if ((kind & EventKind.Read) != 0)
        {
            int write = graph.ReadFrom[inserted];
            int next = write < 0 ? graph.FirstWrite[location] : graph.NextWrite[write];
            before = write < 0 ? 0 : ExecutionGraph.Bit(write);
            after = next < 0 ? 0 : ExecutionGraph.Bit(next);
        }
        else if ((kind & EventKind.Write) != 0)
        {
            int previous = graph.PreviousWrite[inserted];
            int next = graph.NextWrite[inserted];
            before = previous < 0
                ? graph.InitialReaders[location]
                : ExecutionGraph.Bit(previous) | graph.Readers[previous];
            after = next < 0 ? 0 : ExecutionGraph.Bit(next);
        }
    }
}
