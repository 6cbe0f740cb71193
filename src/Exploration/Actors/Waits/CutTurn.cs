namespace Exploration.Actors.Waits;

/// <summary>A failed turn behind which a search did not go on.</summary>
/// <param name="Pause">The node of the pause that ends it.</param>
/// <param name="First">The node of the turn's first operation: where the actor is said to be again.</param>
/// <param name="Turn">What it did.</param>
/// <param name="Repeats">How often the same turn has come in a row, this one included.</param>
internal sealed record CutTurn(int Pause, int First, Turn Turn, int Repeats)
{
    /// <summary>After how many more turns the actor's state is what it was a turn before; -1 if nobody knows.</summary>
    public int Settled { get; init; } = -1;

    /// <summary>The state that comes back; null if nobody knows it.</summary>
    public LoopState? State { get; init; }

    /// <summary>Whether one turn changes nothing that this or another has left: whatever row they make ends in one
    /// state.</summary>
    public bool LeavesWhatLeaves(CutTurn other) => Settled == 0 && other.Settled == 0
        && State!.IsAsIn(other.State!, start: int.MaxValue);
}
