using Atomics;
using Tracker.Reading;
using Tracker.Rivals;
using Tracker.Seqcount;
using Tracker.Tracking;

namespace Tracker.Tests.Rivals;

/// <summary>One instance of each rival for a small arena, with what it promises.</summary>
internal sealed class RivalWorld : IDisposable
{
    private const int Folios = 16;
    private readonly SplitLines _lines = new(Folios);

    public TrackerWorld Tracker { get; } = new(folios: Folios);

    public IReadOnlyList<(string Name, ITracking Tracking, Precision Precision)> All =>
    [
        ("owner-tracking", new OwnerTracking<HardwareMemory, Stamped>(), Precision.FalselySharedAtTimes),
        ("exact", new ExactTracking(Folios), Precision.Exact),
        ("estimate", new EstimateTracking<HardwareMemory, Unnumbered>(), Precision.Guess),
        ("none", new UntrackedTracking<HardwareMemory, Unnumbered>(), Precision.Undecided),
        ("estimate, numbered", new EstimateTracking<HardwareMemory, SharedSeqcount<FullWidth, Stamped>>(), Precision.Guess),
        ("none, numbered", new UntrackedTracking<HardwareMemory, SharedSeqcount<FullWidth, Stamped>>(), Precision.Undecided),
        ("lock", new LockTracking(Folios), Precision.Exact),
        ("immutable", new ImmutableTracking(Folios), Precision.Exact),
        ("split-line shared", new SplitLineTracking<HardwareMemory, SharedSeqcount<FullWidth, Stamped>, BarrierRead>(_lines), Precision.Exact),
        ("split-line exclusive", new SplitLineTracking<HardwareMemory, ExclusiveSeqcount<FullWidth, Stamped>, BarrierRead>(_lines), Precision.Exact),
    ];

    public void Dispose()
    {
        Tracker.Dispose();
        _lines.Dispose();
    }
}
