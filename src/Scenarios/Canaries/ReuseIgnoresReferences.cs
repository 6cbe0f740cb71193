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
/// Canary <c>reuse-ignores-references</c>: a copy-on-write fault reuses a folio that somebody has pinned.
/// </summary>
internal sealed class ReuseIgnoresReferences() : TrackingCanary(
    "reuse-ignores-references", "Copy-on-write reuse ignores other references.", TrackerParts.Reuse)
{
    public override string? Scenario => "pinned-reuse";

    public override string? Workload => "pinners";

    public override TResult Select<TMemory, TSection, TRead, TResult>(ITrackingVisitor<TResult> visitor) =>
        visitor.Visit(default(Variant<TMemory, TSection, TRead>));

    private readonly struct Variant<TMemory, TSection, TRead> : ITrackingVariant<RmapTracking<TMemory, TSection, TRead>>
        where TMemory : struct, IMemory
        where TSection : struct, IWriteSection
        where TRead : struct, ISnapshotRead
    {
        /// <summary>The step replaced: an exclusive answer is enough, whoever else holds references.</summary>
        public Reuse CanReuse(Folio folio, AddressSpace mm)
        {
            Decision decision = default(RmapTracking<TMemory, TSection, TRead>).Decide(folio, mm, maxTries: 1);
            ReuseAnswer answer = decision.Answer == Sharing.Exclusive ? ReuseAnswer.Reuse : ReuseAnswer.NotExclusive;
            return new Reuse(answer, decision.Word);
        }
    }
}
