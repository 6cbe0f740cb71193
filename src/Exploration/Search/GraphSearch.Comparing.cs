using System.Runtime.CompilerServices;
using Exploration.Actors;
using Exploration.Graphs;
using Exploration.Models;

namespace Exploration.Search;

/// <summary>
/// One search for both readings of a failed compare-and-swap (<see cref="SwapComparison"/>), made with the weaker one.
/// </summary>
internal sealed unsafe partial class GraphSearch<TModel, TSet>
{
    /// <summary>
    /// Whether a complete graph without guesses is an execution under both readings. Where a compare-and-swap has
    /// failed, only what is told without running actors again, and teaches nothing, is compared.
    /// </summary>
    [MethodImpl(Compilation.AtOnce)]
    private bool IsExecutionOfBoth(ExecutionGraph<TSet> graph)
    {
        TSet failed = FailedSwaps(graph);
        if (failed.IsEmpty)
        {
            return IsExecution(graph);
        }

        comparison!.Fail();
        bool isFree = Speculation.IsFree(graph);
        bool isAlike = !guesses!.IsOpen && (isFree || !RoomForCycles.Exists(graph))
            && TryFence(graph, failed) && (isFree || CommitOrder.Exists(graph, Speculation.ReadsOf(graph)));
        if (!isAlike)
        {
            EndComparison();
        }

        return isAlike;
    }

    /// <summary>An execution has been counted: a violation is explained by the search that is documented.</summary>
    private void CompareViolations()
    {
        if (comparison!.HasFailedSwaps && results.HasViolations)
        {
            EndComparison();
        }
    }

    private void EndComparison()
    {
        comparison!.Differ();
        _stopped = true;
    }

    /// <summary>The reads of compare-and-swaps that have failed and are full fences, as documented.</summary>
    [MethodImpl(Compilation.AtOnce)]
    private TSet FailedSwaps(ExecutionGraph<TSet> graph)
    {
        TSet failed = default;
        foreach (int number in graph.Present)
        {
            ref GraphEvent<TSet> read = ref graph.Events[number];
            bool acquires = (read.Kind & (EventKind.Read | EventKind.Update | EventKind.Acquire))
                == (EventKind.Read | EventKind.Acquire);
            failed |= acquires && program.Replays[read.Thread].Tree[read.Node].Ordering == Ordering.Full
                ? EventSets.Of<TSet>(number)
                : default;
        }

        return failed;
    }

    /// <summary>
    /// Puts a full fence on each of some acquiring reads. What comes behind is there already; what comes first in the
    /// program is put before it.
    /// </summary>
    /// <returns>False if the graph is no execution then, or has no room for the fences.</returns>
    [MethodImpl(Compilation.AtOnce)]
    private static bool TryFence(ExecutionGraph<TSet> graph, TSet reads)
    {
        foreach (int read in reads)
        {
            ref GraphEvent<TSet> at = ref graph.Events[read];
            if (!TotalOrder.TryPutBehind(graph, read, graph.Threads[at.Thread].Events & at.Causes & ~at.Before))
            {
                return false;
            }
        }

        return graph.Present.Count() + reads.Count() <= GraphLimits.MaxEvents;
    }
}
