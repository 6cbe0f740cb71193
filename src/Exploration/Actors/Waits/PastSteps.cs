namespace Exploration.Actors.Waits;

/// <summary>What an actor did up to a pause, pauses left out, and what each operation found.</summary>
/// <param name="tree">The actor.</param>
/// <param name="nodes">The nodes of the operations.</param>
/// <param name="found">What each operation's word held; 0 for a barrier.</param>
internal sealed class PastSteps(ActorTree tree, int[] nodes, long[] found)
{
    /// <summary>Number of operations.</summary>
    public int Length => nodes.Length;

    /// <summary>The node of an operation.</summary>
    public int NodeAt(int place) => nodes[place];

    /// <summary>An operation.</summary>
    public ref readonly Operation OperationAt(int place) => ref tree[nodes[place]];

    /// <summary>The last operations as a turn.</summary>
    public Turn LastTurn(int length)
    {
        int start = tree.IndexOf(nodes[^length]);
        Operation[] steps = new Operation[length];
        for (int step = 0; step < length; step++)
        {
            int node = nodes[Length - length + step];
            steps[step] = tree[node].InTurn(tree.IndexOf(node), start);
        }

        return new Turn(steps, found[^length..]);
    }

    /// <summary>How often a turn comes in a row at the end.</summary>
    public int EndsWith(Turn turn)
    {
        int count = 0;
        while (count < Length && IsStep(Length - 1 - count, turn, turn.Length - 1 - (count % turn.Length)))
        {
            count++;
        }

        return count / turn.Length;
    }

    private bool IsStep(int place, Turn turn, int step) =>
        OperationAt(place).IsStep(turn.Operations[step], tree.IndexOf(nodes[place]))
            && found[place] == turn.Found[step];
}
