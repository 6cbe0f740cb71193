using Atomics;
using BenchmarkDotNet.Attributes;
using Rivals;
using Tracker.Reading;
using Tracker.Seqcount;
using Tracker.SubIds;
using Tracker.Tracking;
using Tracker.Writing;

namespace Benchmarks;

/// <summary>
/// Mapping and unmapping with references, uncontended: one page by an MM that maps others, one page alone, a batch of
/// all pages, and the first mapping of a new folio. Orders 9, 12 and 15 stand for 4, 5 and 6 values; 2 stands for 1
/// value of the compact scheme.
/// </summary>
/// <typeparam name="TTracking">The scheme with its protocol.</typeparam>
public abstract class WriteBenchmarks<TTracking>
    where TTracking : struct, ITracking
{
    private readonly TTracking _tracking = default;
    private Bed _bed = new(SubIdScheme.RmapId, 9);

    [Params(9, 12, 15)]
    public int Order { get; set; }

    [GlobalSetup]
    public void SetUp() => _bed = new Bed(SubIdScheme.RmapId, Order, _tracking);

    /// <summary>So many batches that no run unmaps the last mapping; the counts hold twice as many.</summary>
    [GlobalSetup(Targets = [nameof(Map), nameof(Unmap)])]
    public void SetUpMapped()
    {
        SetUp();
        for (int batch = 0; batch < (1 << 30) >> Order; batch++)
        {
            _tracking.Map(_bed.Folio, _bed.Mm, 0, 1 << Order);
        }
    }

    /// <summary>One page more.</summary>
    [Benchmark]
    public void Map() => _tracking.Map(_bed.Folio, _bed.Mm, 0, 1);

    /// <summary>One page less.</summary>
    [Benchmark]
    public int Unmap()
    {
        _tracking.Unmap(_bed.Folio, _bed.Mm, 0, 1, out int left);
        return left;
    }

    /// <summary>One page mapped, then unmapped: the MM comes and goes.</summary>
    [Benchmark]
    public int MapUnmap()
    {
        _tracking.Map(_bed.Folio, _bed.Mm, 0, 1);
        _tracking.Unmap(_bed.Folio, _bed.Mm, 0, 1, out int left);
        return left;
    }

    /// <summary>All pages mapped in one section, then unmapped in one.</summary>
    [Benchmark]
    public int MapUnmapBatch()
    {
        _tracking.Map(_bed.Folio, _bed.Mm, 0, 1 << Order);
        _tracking.Unmap(_bed.Folio, _bed.Mm, 0, 1 << Order, out int left);
        return left;
    }

    /// <summary>A folio prepared, set with all pages mapped, and published.</summary>
    [Benchmark]
    public unsafe void SetNew()
    {
        _bed.Folio.State->References = 0;
        _bed.Folios.Prepare(_bed.Folio, Order, incarnation: 1);
        _tracking.Set(_bed.Folio, _bed.Mm, 0, 1 << Order);
        _bed.Folios.Publish(_bed.Folio, (1 << Order) + 1);
    }
}

/// <summary>Protocol <c>shared</c>.</summary>
public class SharedWrite
    : WriteBenchmarks<RmapTracking<HardwareMemory, WriteSection<SharedSeqcount<Unstamped>>, BarrierRead>>;

/// <summary>Protocol <c>exclusive</c>.</summary>
public class ExclusiveWrite
    : WriteBenchmarks<RmapTracking<HardwareMemory, WriteSection<ExclusiveSeqcount<Unstamped>>, BarrierRead>>;

/// <summary>Protocol <c>add-return</c>.</summary>
public class AddReturnWrite
    : WriteBenchmarks<RmapTracking<HardwareMemory, WriteSection<AddReturnSeqcount<Unstamped>>, BarrierRead>>;

/// <summary>Protocol <c>two-word</c>.</summary>
public class TwoWordWrite
    : WriteBenchmarks<RmapTracking<HardwareMemory, WriteSection<TwoWordSeqcount<Unstamped>>,
        TwoWordBarrierRead>>;

/// <summary>Owner tracking, for comparison.</summary>
public class OwnerWrite : WriteBenchmarks<OwnerTracking<HardwareMemory, Unstamped>>;
