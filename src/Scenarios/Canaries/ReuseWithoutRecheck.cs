using Atomics;
using Scenarios.Canaries.Variants;
using Scenarios.Selection;
using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Tracking;
using Tracker.Writing;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>reuse-without-recheck</c>: a copy-on-write fault reuses a folio on what may be a torn snapshot.
/// </summary>
internal sealed class ReuseWithoutRecheck() : TrackingCanary(
    "reuse-without-recheck", "Copy-on-write reuse does not look at the sequence again.", TrackerParts.Reuse)
{
    public override string? Scenario => "reuse";

    public override string? Workload => "fork-exit";

    public override TResult Select<TMemory, TSection, TRead, TResult>(ITrackingVisitor<TResult> visitor) =>
        visitor.Visit(default(Variant<TMemory, TSection, TRead>));

    private readonly struct Variant<TMemory, TSection, TRead> : ITrackingVariant<RmapTracking<TMemory, TSection, TRead>>
        where TMemory : struct, IMemory
        where TSection : struct, IWriteSection
        where TRead : struct, ISnapshotRead
    {
        /// <summary>The step replaced: the last look at the sequence is missing.</summary>
        public Reuse CanReuse(Folio folio, AddressSpace mm) =>
            ReuseReader<TMemory, ReaderNoRecheck.Variant<TRead>>.Decide(folio, mm, TSection.Format.WritersMask);
    }
}
