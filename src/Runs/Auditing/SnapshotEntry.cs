using Tracker.Reading;

namespace Runs.Auditing;

/// <summary>An accepted snapshot: one line of 64 bytes.</summary>
public struct SnapshotEntry
{
    /// <summary>The folio's incarnation, a dense number of the <see cref="Ledger"/>.</summary>
    public int Incarnation;

    /// <summary>Mappings seen.</summary>
    public int Mapcount;

    /// <summary>The sequence number at read begin.</summary>
    public long Number;

    /// <summary>The values seen.</summary>
    public RmapValues Values;
}
