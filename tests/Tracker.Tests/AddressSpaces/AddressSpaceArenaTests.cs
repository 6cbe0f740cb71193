using Atomics;
using Tracker.AddressSpaces;
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
        ArgumentException refused = Assert.Throws<ArgumentException>(() => new AddressSpaceArena<HardwareMemory>(SubIdScheme.RmapIdCompact, ids, 1));
        Assert.Contains("2097151", refused.Message, StringComparison.Ordinal);
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
