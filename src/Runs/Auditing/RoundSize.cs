namespace Runs.Auditing;

/// <summary>Room for one round of one worker; a round ends when one list of one worker is full.</summary>
/// <param name="Sections">Write sections.</param>
/// <param name="Snapshots">Accepted snapshots.</param>
/// <param name="Answers">Answers.</param>
/// <param name="Births">Folios, and MMs, that begin or end.</param>
public sealed record RoundSize(int Sections, int Snapshots, int Answers, int Births)
{
    /// <summary>Workers whose logs have full size; more of them share the same memory, some 100 MiB.</summary>
    private const int FullSizeWorkers = 16;

    private const int MinEntries = 1 << 10;

    /// <summary>For a run without an audit.</summary>
    public static RoundSize None { get; } = new(1, 1, 1, 1);

    /// <summary>
    /// The size that runs use: a writer fills its log in some milliseconds. Were one much sooner full than that, it
    /// would end the round before others have had their turn of a shared core, and an audited run would have another
    /// mixture of sections and snapshots than one that is not. A reader takes that long at least to fill its log: what
    /// it sees several times in a row is one entry.
    /// </summary>
    public static RoundSize Default { get; } =
        new(Sections: 1 << 15, Snapshots: 1 << 15, Answers: 1 << 15, Births: 1 << 13);

    /// <summary>The size for a number of workers.</summary>
    public static RoundSize For(int workers)
    {
        int share = Math.Max(1, workers / FullSizeWorkers);
        return new(Share(Default.Sections), Share(Default.Snapshots), Share(Default.Answers), Share(Default.Births));

        int Share(int entries) => Math.Max(MinEntries, entries / share);
    }
}
