namespace Exploration.Actors;

/// <summary>
/// Tells loops that wait from loops that try a few times. A <c>Pause</c> belongs to a wait if its actor would repeat the turn
/// that has just failed again and again, as long as it reads the same; then that turn is cut off, since only the turn that
/// ends the wait matters. A loop that gives up by itself is run to its end, turn by turn.
/// </summary>
internal sealed class WaitLoops(Replay replay, long[] initial)
{
    /// <summary>
    /// Turns after which a loop counts as a wait. Above it a bounded loop would fill a graph of 64 events anyway.
    /// </summary>
    private const int MaxTurns = 16;

    private const int MaxOperations = 200;
    private readonly Dictionary<int, bool> _known = [];
    private readonly long[] _memory = new long[initial.Length];

    /// <summary>The first node at or behind a node that is no pause of a bounded loop.</summary>
    public int Skip(int node)
    {
        while (replay.Tree[node].Kind == OperationKind.Pause && !IsWait(node))
        {
            node = replay.Next(node, 0, _memory);
        }

        return node;
    }

    /// <summary>Whether the actor, standing at a pause, goes on pausing when it reads what a memory holds.</summary>
    public bool Waits(int pause, long[] memory)
    {
        int node = replay.Next(pause, 0, memory);
        int turns = 0;
        for (int count = 0; count < MaxOperations && turns < MaxTurns; count++)
        {
            Operation operation = replay.Tree[node];
            turns += operation.Kind == OperationKind.Pause ? 1 : 0;
            long old = operation.Location < 0 ? 0 : memory[operation.Location];
            bool writes = operation.Kind == OperationKind.Write || (operation.IsReadModifyWrite && operation.WritesAfter(old));
            if (operation.IsEnd || writes)
            {
                return false;
            }

            node = replay.Next(node, operation.Reads ? old : 0, memory);
        }

        return true;
    }

    private bool IsWait(int pause)
    {
        if (!_known.TryGetValue(pause, out bool waits))
        {
            List<(Operation Operation, long Returned)> turn = LastTurn(pause);
            waits = Enumerable.Range(1, turn.Count).Any(length => Repeats(pause, turn[^length..]));
            _known.Add(pause, waits);
        }

        return waits;
    }

    /// <summary>What the actor did up to a pause, since the pause before.</summary>
    private List<(Operation Operation, long Returned)> LastTurn(int pause)
    {
        List<(Operation Operation, long Returned)> turn = [];
        initial.CopyTo(_memory, 0);
        int next = pause;
        for (int node = replay.Tree.ParentOf(pause); node >= 0; node = replay.Tree.ParentOf(node))
        {
            Operation operation = replay.Tree[node];
            if (operation.Kind == OperationKind.Pause)
            {
                break;
            }

            turn.Add((operation, replay.Tree.ValueInto(next)));
            next = node;
        }

        turn.Reverse();
        foreach ((Operation operation, long returned) in turn.Where(step => step.Operation.Kind == OperationKind.Read))
        {
            _memory[operation.Location] = returned;
        }

        return turn;
    }

    private bool Repeats(int pause, List<(Operation Operation, long Returned)> turn)
    {
        int node = pause;
        for (int count = 0; count < MaxTurns; count++)
        {
            long returned = 0;
            foreach ((Operation operation, long value) in turn)
            {
                node = replay.Next(node, returned, _memory);
                if (replay.Tree[node] != operation)
                {
                    return false;
                }

                returned = value;
            }

            node = replay.Next(node, returned, _memory);
            if (replay.Tree[node].Kind != OperationKind.Pause)
            {
                return false;
            }
        }

        return true;
    }
}
