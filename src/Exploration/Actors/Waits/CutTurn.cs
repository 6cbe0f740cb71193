namespace Exploration.Actors.Waits;

/// <summary>A failed turn behind which a search did not go on.</summary>
/// <param name="Pause">The node of the pause that ends it.</param>
/// <param name="First">The node of the turn's first operation: where the actor is said to be again.</param>
/// <param name="Turn">What it did.</param>
/// <param name="Repeats">How often the same turn has come in a row, this one included.</param>
internal sealed record CutTurn(int Pause, int First, Turn Turn, int Repeats);
