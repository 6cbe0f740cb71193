using Tracker.Reading;

namespace Runs.Auditing;

/// <summary>An accepted snapshot.</summary>
public struct SnapshotEntry : ILogEntry
{
    /// <summary>
    /// What was read, by the tracker and straight into the log: a copy would cost as much as the read.
    /// </summary>
    public Snapshot Seen;

    /// <summary>The folio's incarnation, a dense number of the <see cref="Ledger"/>.</summary>
    public int Incarnation;

    /// <inheritdoc/>
    readonly int ILogEntry.Incarnation => Incarnation;

    /// <inheritdoc/>
    static ref int ILogEntry.FirstStretch(ref IncarnationRecord record) => ref record.FirstSnapshots;
}
