using System.Runtime.CompilerServices;
using Tracker.Folios;
using Tracker.Reading;

namespace Runs.Auditing;

/// <summary>
/// An accepted snapshot. A reader that looks at a folio again and again sees the same until a section ends: snapshots
/// of a folio that are equal in every word and follow each other in a log are one entry, with their number.
/// </summary>
public struct SnapshotEntry : ILogEntry
{
    /// <summary>
    /// What was read, by the tracker and straight into the log: a copy would cost as much as the read.
    /// </summary>
    public Snapshot Seen;

    /// <summary>The folio's incarnation, a dense number of the <see cref="Ledger"/>.</summary>
    public int Incarnation;

    /// <summary>How many snapshots, one after the other, were this one; at least 1.</summary>
    public int Times;

    /// <summary>Whether another is of the same folio and equal in every word: nothing else is compared.</summary>
    /// <remarks>
    /// Values past the folio's number are what was in the log before: at worst equal snapshots are two entries.
    /// Word by word: a wider load waits for the narrower stores that have just written the snapshot (measured: COSTS).
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe bool AreSame(SnapshotEntry* one, SnapshotEntry* other)
    {
        // The number alone tells most of those apart that differ.
        if (one->Seen.Word != other->Seen.Word || one->Incarnation != other->Incarnation)
        {
            return false;
        }

        long* values = (long*)&one->Seen.Values;
        long* others = (long*)&other->Seen.Values;
        long difference = one->Seen.Mapcount ^ other->Seen.Mapcount;
        for (int value = 0; value < FolioState.MaxValues; value++)
        {
            difference |= values[value] ^ others[value];
        }

        return difference == 0;
    }

    /// <inheritdoc/>
    readonly int ILogEntry.Incarnation => Incarnation;

    /// <inheritdoc/>
    static ref int ILogEntry.FirstStretch(ref IncarnationRecord record) => ref record.FirstSnapshots;
}
