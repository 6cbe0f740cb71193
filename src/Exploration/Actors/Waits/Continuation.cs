namespace Exploration.Actors.Waits;

/// <summary>
/// A way on from some node of an actor that a search has been: operations, what each returned, and what came last.
/// </summary>
/// <param name="Operations">Steps of a loop (<see cref="Operation.InTurn"/>), pauses left out.</param>
/// <param name="Returned">What each returned to the actor.</param>
/// <param name="End">
/// What came behind them: <see cref="OperationKind.Finish"/>, <see cref="OperationKind.Throw"/>, or
/// <see cref="OperationKind.Pause"/> for a wait; null if the search went no further.
/// </param>
/// <param name="Result">Index of the registers or of the message in the replay's tables; 0 for others.</param>
internal sealed record Continuation(Operation[] Operations, long[] Returned, OperationKind? End, int Result)
{
    /// <summary>Every way on from a node that a search has been, as far as it went.</summary>
    /// <param name="replay">The actor.</param>
    /// <param name="waits">Knows at which pauses the search did not go on.</param>
    /// <param name="start">The node.</param>
    public static IEnumerable<Continuation> From(Replay replay, WaitLoops waits, int start)
    {
        Stack<int> open = new([start]);
        while (open.TryPop(out int node))
        {
            Operation operation = replay.Tree[node];
            bool isWait = operation.Kind == OperationKind.Stick
                || (operation.Kind == OperationKind.Pause && waits.CutAt(node) is not null);
            bool isLeaf = true;
            for (int child = replay.Tree.FirstChildOf(node); child >= 0 && !isWait;
                child = replay.Tree.NextSiblingOf(child))
            {
                if (replay.Tree.IsVisited(child))
                {
                    open.Push(child);
                    isLeaf = false;
                }
            }

            if (isLeaf)
            {
                OperationKind? end = isWait ? OperationKind.Pause : operation.IsEnd ? operation.Kind : null;
                yield return Of(replay, start, node, end);
            }
        }
    }

    private static Continuation Of(Replay replay, int start, int leaf, OperationKind? end)
    {
        List<Operation> operations = [];
        int first = replay.Tree.IndexOf(start);
        Operation StepAt(int node) => replay.Tree[node].InTurn(replay.Tree.IndexOf(node), first);
        List<long> returned = [];
        if (end is null && replay.Tree[leaf].Kind != OperationKind.Pause)
        {
            operations.Add(StepAt(leaf));
            returned.Add(0);
        }

        for (int behind = leaf; behind != start; behind = replay.Tree.ParentOf(behind))
        {
            Operation operation = StepAt(replay.Tree.ParentOf(behind));
            if (operation.Kind != OperationKind.Pause)
            {
                operations.Add(operation);
                returned.Add(replay.Tree.ValueInto(behind));
            }
        }

        operations.Reverse();
        returned.Reverse();
        int result = end is OperationKind.Finish or OperationKind.Throw ? replay.Tree.ResultOf(leaf) : 0;
        return new Continuation([.. operations], [.. returned], end, result);
    }
}
