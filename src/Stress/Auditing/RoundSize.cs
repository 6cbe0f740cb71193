namespace Stress.Auditing;

/// <summary>Room for one round of one worker; a round ends when one list of one worker is full.</summary>
/// <param name="Sections">Write sections.</param>
/// <param name="Snapshots">Accepted snapshots.</param>
/// <param name="Answers">Answers.</param>
/// <param name="Births">Folios, and MMs, that begin or end.</param>
internal sealed record RoundSize(int Sections, int Snapshots, int Answers, int Births)
{
    /// <summary>For a run without an audit.</summary>
    public static RoundSize None { get; } = new(1, 1, 1, 1);

    /// <summary>The size that runs use.</summary>
    public static RoundSize Default { get; } = new(Sections: 1 << 16, Snapshots: 1 << 15, Answers: 1 << 15, Births: 1 << 13);
}
