using Atomics;
using Tracker.Reading;
using Tracker.Rivals;
using Tracker.Seqcount;
using Tracker.SubIds;
using Tracker.Tracking;
using Tracker.Writing;

namespace Stress.Bench.Schemes;

/// <summary>Every scheme that is measured, the tracker's own first.</summary>
internal static class BenchSchemes
{
    private static readonly SchemeTraits LockFree = new(Precision.Exact, IsLockFree: true, IsInFolio: true);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<BenchScheme> All { get; } =
    [
        .. Protocols("rmap-id", SubIdScheme.RmapId),
        .. Protocols("rmap-id-compact", SubIdScheme.RmapIdCompact),
        Rmap<ExclusiveSeqcount<FullWidth, Unstamped>>("spread-bits", "exclusive", SubIdScheme.SpreadBits),
        SplitLine<SharedSeqcount<FullWidth, Unstamped>>("shared"),
        SplitLine<ExclusiveSeqcount<FullWidth, Unstamped>>("exclusive"),
        new TypedScheme<OwnerTracking<HardwareMemory, Unstamped>>(
            "owner-tracking", "bit-lock", new(Precision.FalselySharedAtTimes, IsLockFree: false, IsInFolio: true), _ => default),
        new TypedScheme<EstimateTracking<HardwareMemory>>(
            "estimate", "atomic-add", LockFree with { Precision = Precision.Guess }, _ => default),
        new TypedScheme<UntrackedTracking<HardwareMemory>>(
            "none", "atomic-add", LockFree with { Precision = Precision.Undecided }, _ => default),
        new TypedScheme<LockTracking>(
            "lock", "monitor", new(Precision.Exact, IsLockFree: false, IsInFolio: false), folios => new(folios)),
        new TypedScheme<ImmutableTracking>(
            "immutable", "compare-exchange", new(Precision.Exact, IsLockFree: true, IsInFolio: false), folios => new(folios)),
        new TypedScheme<ExactTracking>(
            "exact", "monitor", new(Precision.Exact, IsLockFree: false, IsInFolio: false), folios => new(folios)),
    ];

    /// <summary>Their names, each once.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(scheme => scheme.Name).Distinct()];

    /// <summary>A scheme by name and protocol.</summary>
    public static BenchScheme Get(string name, string protocol) =>
        All.Single(scheme => scheme.Name == name && scheme.Protocol == protocol);

    private static IEnumerable<BenchScheme> Protocols(string name, SubIdScheme subIds) =>
    [
        Rmap<SharedSeqcount<FullWidth, Unstamped>>(name, "shared", subIds),
        Rmap<ExclusiveSeqcount<FullWidth, Unstamped>>(name, "exclusive", subIds),
        Rmap<AddReturnSeqcount<FullWidth, Unstamped>>(name, "add-return", subIds),
        Rmap<TwoWordSeqcount<FullWidth, Unstamped>, TwoWordBarrierRead>(name, "two-word", subIds),
    ];

    private static TypedScheme<RmapTracking<HardwareMemory, WriteSection<TSeqcount>, BarrierRead>> Rmap<TSeqcount>(
        string name, string protocol, SubIdScheme subIds)
        where TSeqcount : struct, ISeqcount => Rmap<TSeqcount, BarrierRead>(name, protocol, subIds);

    private static TypedScheme<RmapTracking<HardwareMemory, WriteSection<TSeqcount>, TRead>> Rmap<TSeqcount, TRead>(
        string name, string protocol, SubIdScheme subIds)
        where TSeqcount : struct, ISeqcount
        where TRead : struct, ISnapshotRead =>
        new(name, protocol, LockFree, _ => default) { SubIds = subIds, Layout = TSeqcount.Layout };

    private static TypedScheme<SplitLineTracking<HardwareMemory, TSeqcount, BarrierRead>> SplitLine<TSeqcount>(string protocol)
        where TSeqcount : struct, ISeqcount =>
        new("rmap-id-split-line", protocol, LockFree with { IsInFolio = false }, folios => new(new SplitLines(folios)));
}
