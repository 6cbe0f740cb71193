using Atomics;
using BenchmarkDotNet.Attributes;
using Rivals;
using Tracker;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Seqcount;
using Tracker.SubIds;
using Tracker.Tracking;
using Tracker.Writing;

namespace Benchmarks;

/// <summary>
/// Reading an idle folio of which the MM maps half: snapshot, decision, COW reuse, with either order of reads; the last
/// two under owner tracking too, which has no snapshots.
/// </summary>
public class SnapshotReadBenchmarks
{
    private readonly RmapTracking<HardwareMemory, WriteSection<ExclusiveSeqcount<Unstamped>>,
        BarrierRead> _barrier = default;
    private readonly RmapTracking<HardwareMemory, WriteSection<ExclusiveSeqcount<Unstamped>>,
        AcquireRead> _acquire = default;
    private readonly OwnerTracking<HardwareMemory, Unstamped> _owner = default;
    private Bed _bed = new(SubIdScheme.RmapId, 9);
    private Bed _ownerBed = new(SubIdScheme.RmapId, 9);

    [Params(9, 12, 15)]
    public int Order { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _bed = new Bed(SubIdScheme.RmapId, Order);
        _barrier.Map(_bed.Folio, _bed.Mm, 0, 1 << (Order - 1));
        DropOwn(_bed.Folio);
        _ownerBed = new Bed(SubIdScheme.RmapId, Order);
        _owner.Map(_ownerBed.Folio, _ownerBed.Mm, 0, 1 << (Order - 1));
        DropOwn(_ownerBed.Folio);
    }

    [Benchmark]
    public int SnapshotBarrier()
    {
        _barrier.TryRead(_bed.Folio, out Snapshot snapshot);
        return snapshot.Mapcount;
    }

    [Benchmark]
    public int SnapshotAcquire()
    {
        _acquire.TryRead(_bed.Folio, out Snapshot snapshot);
        return snapshot.Mapcount;
    }

    [Benchmark]
    public Sharing Decide() => _barrier.Decide(_bed.Folio, _bed.Mm, maxTries: 1).Answer;

    [Benchmark]
    public Sharing OwnerDecide() => _owner.Decide(_ownerBed.Folio, _ownerBed.Mm, maxTries: 1).Answer;

    [Benchmark]
    public ReuseAnswer OwnerCanReuse() => _owner.CanReuse(_ownerBed.Folio, _ownerBed.Mm).Answer;

    [Benchmark]
    public ReuseAnswer CanReuse() => _barrier.CanReuse(_bed.Folio, _bed.Mm).Answer;

    // A fault may reuse a folio to which mappings alone refer.
    private static unsafe void DropOwn(Folio folio) =>
        ReferenceCount.Put<HardwareMemory>(ref folio.State->References, 1);
}
