using Atomics;
using Scenarios.Canaries.Variants;
using Scenarios.Selection;
using Tracker;
using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Tracking;
using Tracker.Writing;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>reference-after-mapcount</c>: the reference count rises after the mapcount, so that somebody's pin may
/// pass as the reference of a mapping.
/// </summary>
internal sealed class ReferenceAfterMapcount() : TrackingCanary(
    "reference-after-mapcount", "A mapping's reference is taken after the mapcount rose.", TrackerParts.References)
{
    public override string? Scenario => "pinned-reuse";

    public override string? Workload => "pinners";

    public override TResult Select<TMemory, TSection, TRead, TResult>(ITrackingVisitor<TResult> visitor) =>
        visitor.Visit(default(Variant<TMemory, TSection, TRead>));

    private readonly unsafe struct Variant<TMemory, TSection, TRead>
        : ITrackingVariant<RmapTracking<TMemory, TSection, TRead>>
        where TMemory : struct, IMemory
        where TSection : struct, IWriteSection
        where TRead : struct, ISnapshotRead
    {
        /// <summary>The step replaced: the mappings come first, then their references.</summary>
        public long Map(Folio folio, AddressSpace mm, int firstPage, int count)
        {
            long stamp = TSection.Apply<TMemory>(folio, mm.SubIdsFor<TMemory>(folio), count);
            ReferenceCount.Add<TMemory>(ref folio.State->References, count);
            return stamp;
        }
    }
}
