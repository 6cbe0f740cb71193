using Atomics;
using Scenarios.Canaries;
using Tracker.Reading;
using Tracker.Tracking;
using Tracker.Writing;

namespace Scenarios.Selection;

/// <summary>Puts a whole tracker together from a write section and a reader.</summary>
internal sealed class TrackingOf<TMemory, TResult>(string? canary, ITrackingVisitor<TResult> visitor) : ISectionVisitor<TResult>
    where TMemory : struct, IMemory
{
    /// <inheritdoc/>
    public TResult Visit<TSection, TRead>()
        where TSection : struct, IWriteSection
        where TRead : struct, ISnapshotRead =>
        canary switch
        {
            "reuse-without-recheck" => visitor.Visit(default(ReuseWithoutRecheck<TMemory, TSection, TRead>)),
            "reuse-ignores-references" => visitor.Visit(default(ReuseIgnoresReferences<TMemory, TSection, TRead>)),
            "reference-after-mapcount" => visitor.Visit(default(ReferenceAfterMapcount<TMemory, TSection, TRead>)),
            _ => visitor.Visit(default(RmapTracking<TMemory, TSection, TRead>)),
        };
}
