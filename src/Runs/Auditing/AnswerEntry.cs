namespace Runs.Auditing;

/// <summary>An answer about a folio on behalf of an MM.</summary>
public struct AnswerEntry : ILogEntry
{
    /// <summary>The folio's incarnation, a dense number of the <see cref="Ledger"/>.</summary>
    public int Incarnation;

    /// <summary>The MM asked for, a dense number of the <see cref="Ledger"/>.</summary>
    public int Mm;

    /// <summary>The sequence number at read begin of the try that answered.</summary>
    public long Number;

    /// <summary>Mappings seen by the try that answered.</summary>
    public int Mapcount;

    /// <summary>
    /// How far the sequence number, read again after the answer, had moved on; <see cref="SectionEntry.FarBack"/> if it
    /// does not fit.
    /// </summary>
    public int NumberMoved;

    /// <summary>The answer.</summary>
    public AnswerKind Kind;

    /// <summary>Whether the answer holds at <see cref="Number"/> exactly; else at some moment of the read.</summary>
    public bool IsRechecked;

    /// <summary>Whether a pin was held on the folio from before the question to after the answer.</summary>
    public bool IsPinned;

    /// <inheritdoc/>
    readonly int ILogEntry.Incarnation => Incarnation;

    /// <inheritdoc/>
    static ref int ILogEntry.FirstStretch(ref IncarnationRecord record) => ref record.FirstAnswers;
}
