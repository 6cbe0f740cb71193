namespace Exploration.Actors.Waits;

/// <summary>
/// How many equal turns make a loop a wait. A loop that gives up sooner is run to its end, turn by turn, and does not
/// fit into an execution if it has more turns than an execution has events; so the number has only to be larger than
/// loops are long.
/// </summary>
/// <remarks>
/// The first waits that an actor comes to are watched for long, which takes about a millisecond each; an actor comes to
/// the same wait with thousands of different histories, which must cost less.
/// </remarks>
/// <param name="longWaits">How many waits are watched for long.</param>
internal sealed class Patience(int longWaits)
{
    /// <summary>Turns of most loops: more than an execution has events.</summary>
    public const int Short = 1_024;

    private const int Long = 20_000;
    private int _waits;

    /// <summary>Turns to watch a loop for.</summary>
    public int Turns => _waits < longWaits ? Long : Short;

    /// <summary>A loop has been watched to the end.</summary>
    public void Spend() => _waits++;
}
