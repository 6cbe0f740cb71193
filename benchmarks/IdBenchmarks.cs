using Atomics;
using BenchmarkDotNet.Attributes;
using Tracker.AddressSpaces;
using Tracker.Arenas;
using Tracker.Ids;
using Tracker.Reading;
using Tracker.Seqcount;
using Tracker.SubIds;
using Tracker.Tracking;
using Tracker.Writing;

namespace Benchmarks;

/// <summary>
/// An rmap ID taken and given back, from the allocator and through a thread's cache; an MM made and dropped; and where
/// sub-IDs come from: kept with the MM, looked up in the table, generated.
/// </summary>
public unsafe class IdBenchmarks
{
    private const int Held = 100_000;
    private readonly RmapIdAllocator<HardwareMemory, AtomicBitClaim> _ids = new();
    private readonly RmapIdCache<HardwareMemory> _cache;
    private readonly AddressSpaceArena<HardwareMemory> _mms;
    private static ITracking Tracking =>
        default(RmapTracking<HardwareMemory, WriteSection<SharedSeqcount<Unstamped>>, BarrierRead>);

    private readonly Bed _bed = new(SubIdScheme.RmapId, 9);
    private readonly SubIdClass _class = SubIdScheme.RmapId.ClassOf(9);

    public IdBenchmarks()
    {
        _cache = new RmapIdCaches<HardwareMemory>(_ids).Create();
        _mms = new TrackerDomain<HardwareMemory>(SubIdScheme.RmapId, Tracking, _ids, folios: 1, mms: 4).Mms;
        for (int id = 0; id < Held; id++)
        {
            _ids.TryAllocate(out _);
        }
    }

    [Benchmark]
    public int AllocateFree()
    {
        _ids.TryAllocate(out int id);
        _ids.Free(id);
        return id;
    }

    [Benchmark]
    public int AllocateFreeCached()
    {
        _cache.TryAllocate(out int id);
        _cache.Free(id);
        return id;
    }

    [Benchmark]
    public bool MakeDropMm()
    {
        _mms.TryMake(out AddressSpace mm);
        return _mms.Put(mm);
    }

    [Benchmark]
    public long SubIdsOfMm()
    {
        long* subIds = _bed.Mm.SubIdsFor<HardwareMemory>(_bed.Folio);
        return subIds[0] + subIds[1] + subIds[2] + subIds[3];
    }

    [Benchmark]
    public long SubIdsFromTable()
    {
        int id = _bed.Mm.RmapId;
        ReadOnlySpan<long> table = SubIdTables.Four;
        return table[id & 63] + table[(id >> 6) & 63] + table[(id >> 12) & 63] + table[(id >> 18) & 63];
    }

    [Benchmark]
    public long SubIdsGenerated()
    {
        long sum = 0;
        for (int value = 0; value < _class.Values; value++)
        {
            sum += _class.Generate(_class.Chunk(_bed.Mm.RmapId, value));
        }

        return sum;
    }
}
