using Atomics;
using Tracker.Reading;
using Tracker.Tracking;
using Tracker.Writing;

namespace Scenarios.Selection;

/// <summary>Puts a whole tracker together from a write section and a reader.</summary>
internal sealed class TrackingOf<TMemory, TResult>(TrackerSelection selection, ITrackingVisitor<TResult> visitor)
    : ISectionVisitor<TResult>
    where TMemory : struct, IMemory
{
    /// <inheritdoc/>
    public TResult Visit<TSection, TRead>()
        where TSection : struct, IWriteSection
        where TRead : struct, ISnapshotRead =>
        selection.Canary is TrackingCanary canary
            ? canary.Select<TMemory, TSection, TRead, TResult>(visitor)
            : visitor.Visit(default(RmapTracking<TMemory, TSection, TRead>));
}
