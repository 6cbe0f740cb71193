using System.Runtime.CompilerServices;
using Exploration.Actors;
using Exploration.Graphs;

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
        TSet reads = Speculation.ReadsOf(graph);
        TSet failed = FailedSwaps(graph, reads);
        if (failed.IsEmpty)
        {
            return IsExecution(graph);
        }

        comparison!.Fail();
        TSet waiting = CommitOrder.Waiting(graph, reads);
        bool isAlike = !guesses!.IsOpen && graph.Present.Count() + failed.Count() <= GraphLimits.MaxEvents
            && (waiting.IsEmpty || !RoomForCycles.Exists(graph))
            && CommitOrder.Exists(graph, reads, waiting, fenced: failed);
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

    /// <summary>Those of the reads of compare-and-swaps that have failed and are full fences, as documented.</summary>
    [MethodImpl(Compilation.AtOnce)]
    private TSet FailedSwaps(ExecutionGraph<TSet> graph, TSet reads)
    {
        TSet failed = default;
        foreach (int number in reads & graph.Acquires)
        {
            ref GraphEvent<TSet> read = ref graph.Events[number];
            failed |= (read.Kind & EventKind.Update) == 0
                && _trees[read.Thread][read.Node].Ordering == Ordering.Full
                ? EventSets.Of<TSet>(number)
                : default;
        }

        return failed;
    }
}
