namespace Harness.Teams;

/// <summary>
/// What a team does between two rounds, while all its workers are at the <see cref="Rendezvous"/>: such as an audit.
/// </summary>
public interface IRoundWork
{
    /// <summary>Parts that may be worked on at once.</summary>
    int Parts { get; }

    /// <summary>Does one part; other parts may run on other threads at the same time.</summary>
    void RunPart(int part);

    /// <summary>Ends the round, after every part has run.</summary>
    void CloseRound();
}
