namespace Runs.Auditing;

/// <summary>A write section as its worker saw it. 24 bytes: the log is most of what an audited run writes.</summary>
public struct SectionEntry
{
    /// <summary>The folio's incarnation, a dense number of the <see cref="Ledger"/>.</summary>
    public int Incarnation;

    /// <summary>
    /// The MM, a dense number of the <see cref="Ledger"/>: not the rmap ID, so that an ID handed out twice shows.
    /// </summary>
    public int Mm;

    /// <summary>The sequence number that the section's end returned.</summary>
    public long Stamp;

    /// <summary>Mappings added, or taken away if negative.</summary>
    public int Delta;

    /// <summary>
    /// How far the stamp lies above the sequence number that the worker read before the section began;
    /// <see cref="FarBack"/> if it does not fit.
    /// </summary>
    public int BeganBack;

    /// <summary>The section began so long ago that its begin bounds nothing.</summary>
    public const int FarBack = int.MaxValue;
}
