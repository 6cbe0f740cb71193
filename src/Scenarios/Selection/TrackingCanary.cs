using Atomics;
using Tracker.Reading;
using Tracker.Writing;

namespace Scenarios.Selection;

/// <summary>A canary in what the tracker does around write sections and snapshots.</summary>
/// <param name="name">Name on the command line.</param>
/// <param name="step">The step replaced, in one sentence.</param>
/// <param name="replaces">The part of the tracker that the step belongs to.</param>
public abstract class TrackingCanary(string name, string step, TrackerParts replaces) : Canary(name, step, replaces)
{
    /// <summary>Hands over the tracker with the step replaced.</summary>
    public abstract TResult Select<TMemory, TSection, TRead, TResult>(ITrackingVisitor<TResult> visitor)
        where TMemory : struct, IMemory
        where TSection : struct, IWriteSection
        where TRead : struct, ISnapshotRead;
}
