using Scenarios.Selection;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Tracking;

namespace Runs.Auditing;

/// <summary>What an audit has to know of the tracker whose answers it compares.</summary>
/// <param name="Scheme">What its answers may get wrong, and which values a snapshot has.</param>
/// <param name="Tracking">The tracker, for what is not called often.</param>
/// <param name="Look">A snapshot of a folio while every worker is parked.</param>
public sealed record TrackerView(Scheme Scheme, ITracking Tracking, TrackerView.ParkedLook Look)
{
    /// <summary>Bits of its sequence word below the section's number.</summary>
    public int SequenceShift => Tracking.Format.Shift;

    /// <summary>Reads a folio that no writer can be inside of.</summary>
    /// <param name="folio">The folio.</param>
    /// <param name="snapshot">Its state.</param>
    /// <returns>False if the snapshot was not accepted.</returns>
    public delegate bool ParkedLook(Folio folio, out Snapshot snapshot);

    /// <summary>The view of a tracker.</summary>
    public static TrackerView Of<TTracking>(Scheme scheme, TTracking tracking) where TTracking : struct, ITracking =>
        new(
            scheme,
            tracking,
            (Folio folio, out Snapshot snapshot) => tracking.TryRead(folio, out snapshot) == ReadResult.Accepted);
}
