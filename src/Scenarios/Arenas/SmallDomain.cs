using Atomics;
using Tracker.Arenas;
using Tracker.Reading;
using Tracker.Seqcount;
using Tracker.SubIds;
using Tracker.Tracking;
using Tracker.Writing;

namespace Scenarios.Arenas;

/// <summary>
/// The smallest domain: one folio, one MM, one order, one rmap value. What a checker has to know of it fits on a page.
/// </summary>
internal static class SmallDomain
{
    /// <summary>The order of its folio.</summary>
    public const int Order = 2;

    /// <summary>Its scheme: one value, so one sub-ID in an MM.</summary>
    public static readonly SubIdScheme Scheme =
        new("one-value", new SubIdClass(Order, Order, Values: 1, BitsPerValue: 24));

    /// <summary>Makes one.</summary>
    public static TrackerDomain<TMemory> Create<TMemory>() where TMemory : struct, IMemory => new(
        Scheme,
        default(RmapTracking<TMemory, WriteSection<SharedSeqcount<Unstamped>>, BarrierRead>),
        new OneId(1),
        folios: 1,
        mms: 1);
}
