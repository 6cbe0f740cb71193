namespace Runs.Auditing;

/// <summary>What a reader has logged of a folio.</summary>
internal interface ILogEntry
{
    /// <summary>The folio's incarnation.</summary>
    int Incarnation { get; }

    /// <summary>Where the folio's record keeps its first stretch of such entries, see
    /// <see cref="LogStretches"/>.</summary>
    static abstract ref int FirstStretch(ref IncarnationRecord record);
}
