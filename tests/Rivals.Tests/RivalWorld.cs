using Atomics;
using Tracker.Reading;
using Tracker.Seqcount;
using Tracker.Tracking;
using Exclusive = Tracker.Seqcount.ExclusiveSeqcount<Tracker.Seqcount.Stamped>;
using Numbers = Tracker.Seqcount.SharedSeqcount<Tracker.Seqcount.Stamped>;

namespace Rivals.Tests;

/// <summary>One rival over a small arena of its own, with what it promises.</summary>
internal sealed class RivalWorld : IDisposable
{
    private const int Folios = 16;

    private static readonly (string Name, Func<ITracking> Make, Precision Precision)[] All =
    [
        ("owner-tracking", () => new OwnerTracking<HardwareMemory, Stamped>(), Precision.FalselySharedAtTimes),
        ("exact", () => new ExactTracking(Folios), Precision.Exact),
        ("estimate", () => new EstimateTracking<HardwareMemory, Unnumbered>(), Precision.Guess),
        ("none", () => new UntrackedTracking<HardwareMemory, Unnumbered>(), Precision.Undecided),
        ("estimate, numbered", () => new EstimateTracking<HardwareMemory, Numbers>(), Precision.Guess),
        ("none, numbered", () => new UntrackedTracking<HardwareMemory, Numbers>(), Precision.Undecided),
        ("lock", () => new LockTracking(Folios), Precision.Exact),
        ("immutable", () => new ImmutableTracking(Folios), Precision.Exact),
        ("split-line shared", () => new SplitLineTracking<HardwareMemory, Numbers, BarrierRead>(new SplitLines(Folios)),
            Precision.Exact),
        ("split-line exclusive", () =>
            new SplitLineTracking<HardwareMemory, Exclusive, BarrierRead>(new SplitLines(Folios)), Precision.Exact),
    ];

    public RivalWorld(string name)
    {
        (Name, Func<ITracking> make, Precision) = All.Single(each => each.Name == name);
        Tracking = make();
        Tracker = new TrackerWorld(folios: Folios, tracking: Tracking);
    }

    public static IEnumerable<string> Names => All.Select(each => each.Name);

    public string Name { get; }

    public ITracking Tracking { get; }

    public Precision Precision { get; }

    public TrackerWorld Tracker { get; }

    public void Dispose() => Tracker.Dispose();
}
