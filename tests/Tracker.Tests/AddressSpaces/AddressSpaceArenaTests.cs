using Atomics;
using Tracker.AddressSpaces;
using Tracker.Arenas;
using Tracker.Ids;
using Tracker.SubIds;

namespace Tracker.Tests.AddressSpaces;

public sealed class AddressSpaceArenaTests
{
    [Fact]
    public void An_mm_takes_its_id_when_made_and_gives_it_back_with_its_last_reference()
    {
        using TrackerWorld world = new(maxId: 10);
        AddressSpace mm = world.NewMm();
        Assert.Equal(9, world.Ids.FreeCount);
        Assert.True(AddressSpaceArena<HardwareMemory>.TryGet(mm));
        Assert.False(world.Mms.Put(mm));
        Assert.Equal(9, world.Ids.FreeCount);
        Assert.True(world.Mms.Put(mm));
        Assert.Equal(10, world.Ids.FreeCount);
        Assert.False(AddressSpaceArena<HardwareMemory>.TryGet(mm));
    }

    [Fact]
    public unsafe void An_mms_sub_ids_for_a_folio_are_those_of_the_folios_class()
    {
        using TrackerWorld world = new();
        AddressSpace mm = world.NewMm();
        foreach (int order in (int[])[2, 5, 9, 12, 15])
        {
            SubIdClass subIds = world.Scheme.ClassOf(order);
            long* found = mm.SubIdsFor<HardwareMemory>(world.NewFolio(order));
            Assert.Equal(
                Enumerable.Range(0, subIds.Values).Select(value => subIds.Generate(subIds.Chunk(mm.RmapId, value))),
                new ReadOnlySpan<long>(found, subIds.Values).ToArray());
        }
    }

    [Fact]
    public void The_slots_of_an_arena_know_their_index_and_there_are_no_others()
    {
        TrackerWorld world = new(mms: 3);
        AddressSpaceArena<HardwareMemory> mms = world.Mms;
        Assert.Equal([0, 1, 2], Enumerable.Range(0, 3).Select(index => mms[index].Index));
        Assert.Throws<ArgumentOutOfRangeException>(() => mms[3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => mms[-1]);
        Assert.Equal(["serial", "free MMs: head"], mms.Locations.Take(2).Select(location => location.Name));
        world.Dispose();
        Assert.True(mms[0].IsNull);
        Assert.Throws<ObjectDisposedException>(() => mms.TryMake(out _));
        using ListedId ids = new(1);
        Assert.Throws<ObjectDisposedException>(() => mms.TryMake(ids, out _));
    }

    [Fact]
    public unsafe void An_mm_that_nobody_made_is_not_taken_back_whatever_its_count_says()
    {
        using TrackerWorld world = new(mms: 2);
        AddressSpace never = world.Mms[1];
        never.State->References = 1;
        Refusal.Contains("MM 1 was dropped", () => world.Mms.Put(never));
    }

    [Fact]
    public void The_largest_id_of_the_scheme_is_accepted_and_the_next_is_not()
    {
        using TrackerWorld world = new();
        using ListedId largest = new(world.Scheme.MaxId);
        using ListedId next = new(world.Scheme.MaxId + 1);
        Assert.Equal(MakeResult.Made, world.Mms.TryMake(largest, out AddressSpace mm));
        Assert.Equal(world.Scheme.MaxId, mm.RmapId);
        Assert.Throws<InvalidOperationException>(() => world.Mms.TryMake(next, out _));
    }

    private sealed class ListedId(int id) : IRmapIds
    {
        public int MaxId => id;

        public bool TryAllocate(out int allocated)
        {
            allocated = id;
            return true;
        }

        public void Free(int id)
        {
            // There is one, and nobody asks for another.
        }

        public bool IsHandedOut(int id) => true;

        public void Dispose()
        {
            // It keeps nothing.
        }
    }

    [Fact]
    public void Making_an_mm_that_fails_gives_its_id_back()
    {
        using TrackerWorld world = new(mms: 1, maxId: 10);
        world.NewMm();
        Assert.Equal(MakeResult.NoMemoryLeft, world.Mms.TryMake(out AddressSpace none));
        Assert.True(none.IsNull);
        Assert.Equal(9, world.Ids.FreeCount);
    }

    [Fact]
    public void Exhausted_ids_are_a_result_and_no_exception()
    {
        using TrackerWorld world = new(maxId: 1);
        world.NewMm();
        Assert.Equal(MakeResult.NoIdLeft, world.Mms.TryMake(out _));
    }

    [Fact]
    public void Serial_numbers_are_never_used_again()
    {
        using TrackerWorld world = new(maxId: 1);
        AddressSpace first = world.NewMm();
        long serial = first.Serial;
        int id = first.RmapId;
        world.Mms.Put(first);
        AddressSpace second = world.NewMm();
        Assert.Equal(id, second.RmapId);
        Assert.NotEqual(serial, second.Serial);
    }

    [Fact]
    public void Ids_that_the_compact_scheme_cannot_track_are_refused()
    {
        using RmapIdAllocator<HardwareMemory, AtomicBitClaim> ids = new();
        ArgumentException refused = Assert.Throws<ArgumentException>(
            () => new TrackerDomain<HardwareMemory>(SubIdScheme.RmapIdCompact, TrackerWorld.Shared, ids,
                folios: 1, mms: 1));
        Assert.Contains("2097151", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>A source given for one MM alone, such as a thread's cache, is held to the scheme too.</summary>
    [Theory]
    [InlineData(RmapId.Dummy)]
    [InlineData((1 << 21) + 5)]
    [InlineData(1 << 25)]
    public void An_id_that_the_scheme_cannot_track_is_refused_wherever_it_comes_from(int id)
    {
        using TrackerWorld world = new(SubIdScheme.RmapIdCompact, mms: 1);
        using OneId ids = new(id);
        InvalidOperationException refused =
            Assert.Throws<InvalidOperationException>(() => world.Mms.TryMake(ids, out _));
        Assert.Contains($"{id};", refused.Message, StringComparison.Ordinal);
        world.NewMm();
    }

    /// <summary>Nobody can put parts together that do not fit: they come from their domain.</summary>
    [Fact]
    public void Arenas_cannot_be_made_apart()
    {
        Assert.Empty(typeof(AddressSpaceArena<HardwareMemory>).GetConstructors());
        Assert.Empty(typeof(FolioArena<HardwareMemory>).GetConstructors());
    }

    private sealed class OneId(int id) : IRmapIds
    {
        public int MaxId => RmapId.Max;

        public bool TryAllocate(out int allocated)
        {
            allocated = id;
            return true;
        }

        public void Free(int freed) => Assert.Fail("an ID that was refused is not given back as if it were in order");

        public bool IsHandedOut(int asked) => asked == id;

        public void Dispose()
        {
            // It holds nothing.
        }
    }

    [Fact]
    public unsafe void The_sub_ids_of_an_mm_are_those_of_its_id_in_every_class()
    {
        foreach (SubIdScheme scheme in SubIdScheme.All)
        {
            using TrackerWorld world = new(scheme, mms: 100);
            for (int made = 0; made < 100; made++)
            {
                AddressSpace mm = world.NewMm();
                foreach (SubIdClass each in scheme.Classes)
                {
                    long* subIds = mm.State->SubIds + SubIdScheme.OffsetOf(each.Values);
                    for (int value = 0; value < each.Values; value++)
                    {
                        Assert.Equal(each.Generate(each.Chunk(mm.RmapId, value)), subIds[value]);
                    }
                }
            }
        }
    }
}
