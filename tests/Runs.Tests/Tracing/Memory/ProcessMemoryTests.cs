using Runs.Tracing.Memory;
using Tracker.Reading;
using Shipped = Tracker.Tracking.RmapTracking<
    Atomics.HardwareMemory,
    Tracker.Writing.WriteSection<Tracker.Seqcount.ExclusiveSeqcount<Tracker.Seqcount.Stamped>>,
    Tracker.Reading.BarrierRead>;

namespace Runs.Tests.Tracing.Memory;

public sealed class ProcessMemoryTests : IDisposable
{
    private const int P = 16;
    private readonly MemoryWorld _world = new(order: 4);
    private readonly ProcessMemory<Shipped> _process;

    public ProcessMemoryTests() => _process = _world.NewProcess();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void A_write_in_a_private_area_maps_a_whole_aligned_folio()
    {
        _world.Map(_process, page: P, pages: 2 * P);
        _world.Write(_process, P + 5);

        int folio = MemoryWorld.FolioOf(_process, P);
        Assert.All(Enumerable.Range(P, P),
            page => Assert.Equal(PageEntry.Of(folio, page - P), _process.TestHookEntry(page)));
        Assert.Equal(PageEntry.None, _process.TestHookEntry(2 * P));
        Assert.Equal((P, P), (_world.Mapcount(folio), _world.References(folio)));
        Assert.Equal((1, 0), (_world.Counts.Folios, _world.Counts.SmallPages));
    }

    [Theory]
    [InlineData(P + 1, P)]
    [InlineData(P, P - 1)]
    [InlineData(P + 3, 4)]
    public void A_folio_that_does_not_fit_into_its_area_becomes_a_small_page(int page, int pages)
    {
        _world.Map(_process, page, pages);
        _world.Write(_process, page + 2);

        Assert.Equal(PageEntry.Small, _process.TestHookEntry(page + 2));
        Assert.Equal((0, 1), (_world.Counts.Folios, _world.Counts.SmallPages));
    }

    [Fact]
    public void A_folio_does_not_reach_over_two_areas()
    {
        _world.Map(_process, P, P / 2);
        _world.Map(_process, P + (P / 2), P / 2);
        _world.Write(_process, P);

        Assert.Equal(PageEntry.Small, _process.TestHookEntry(P));
    }

    [Fact]
    public void A_page_read_before_keeps_its_block_from_becoming_a_folio()
    {
        _world.Map(_process, P, P);
        _process.Read(P + 9);
        _world.Write(_process, P + 1);

        Assert.Equal(PageEntry.Small, _process.TestHookEntry(P + 1));
    }

    [Fact]
    public void Only_private_areas_have_folios()
    {
        _world.Map(_process, P, P, isPrivate: false);
        _world.Write(_process, P);
        _world.Write(_process, 9 * P);

        Assert.Equal((0, 2), (_world.Counts.Folios, _world.Counts.SmallPages));
    }

    [Fact]
    public void A_write_to_a_page_that_is_mapped_already_does_nothing()
    {
        _world.Map(_process, P, P);
        _world.Write(_process, P);
        _world.Write(_process, P + 1);

        Assert.Equal((1, 0), (_world.Counts.Folios, _world.Counts.SmallPages));
    }

    [Fact]
    public void The_heap_is_what_brk_adds_to_its_first_answer()
    {
        _world.Heap(_process, P);
        _world.Write(_process, P);
        _world.Heap(_process, 4 * P);
        _world.Write(_process, 2 * P);

        Assert.Equal(PageEntry.Small, _process.TestHookEntry(P));
        Assert.True(MemoryWorld.FolioOf(_process, (3 * P) - 1) >= 0);
    }

    [Fact]
    public void A_heap_that_shrinks_unmaps_what_it_lost()
    {
        _world.Heap(_process, P);
        _world.Heap(_process, 3 * P);
        _world.Write(_process, 2 * P);
        int folio = MemoryWorld.FolioOf(_process, 2 * P);
        _world.Heap(_process, (2 * P) + 4);

        Assert.Equal(4, _world.Mapcount(folio));
        Assert.Equal(PageEntry.None, _process.TestHookEntry((2 * P) + 4));
    }

    [Fact]
    public void The_stack_has_128_KiB_and_grows_by_faults()
    {
        const long page = 0x7ffd_1234_5000 >> 12;
        _world.Write(_process, page);
        _world.Write(_process, page - 64);

        Assert.True(MemoryWorld.FolioOf(_process, page) >= 0);
        Assert.Equal((1, 1), (_world.Counts.Folios, _world.Counts.SmallPages));
    }

    [Fact]
    public void A_fork_maps_every_folio_of_the_parent_once_with_its_pages_left()
    {
        _world.Map(_process, P, 2 * P);
        _world.Write(_process, P);
        _world.Write(_process, 2 * P);
        _world.Discard(_process, P + 3, 5);
        int first = MemoryWorld.FolioOf(_process, P);
        int second = MemoryWorld.FolioOf(_process, 2 * P);
        ProcessMemory<Shipped> child = _world.Fork(_process);

        Assert.Equal((2 * (P - 5), 2 * P), (_world.Mapcount(first), _world.Mapcount(second)));
        Assert.Equal(Sharing.Shared, _world.Sharing(first, _process));
        Assert.Equal(PageEntry.None, child.TestHookEntry(P + 3));
        Assert.Equal(PageEntry.Of(first, 2), child.TestHookEntry(P + 2));
        Assert.Equal(2, _world.IdsOut);
    }

    [Fact]
    public void A_copy_on_write_fault_copies_from_a_shared_folio_and_reuses_one_that_is_not()
    {
        _world.Map(_process, P, P);
        _world.Write(_process, P);
        int folio = MemoryWorld.FolioOf(_process, P);
        ProcessMemory<Shipped> child = _world.Fork(_process);

        _world.CopyOnWrite(child, P + 7);
        Assert.Equal((2 * P) - 1, _world.Mapcount(folio));
        Assert.Equal(PageEntry.Small, child.TestHookEntry(P + 7));
        Assert.Equal((1, 0), (_world.Counts.CowCopied, _world.Counts.CowReused));

        _world.End(child);
        _world.CopyOnWrite(_process, P + 7);
        Assert.Equal(P, _world.Mapcount(folio));
        Assert.Equal(Sharing.Exclusive, _world.Sharing(folio, _process));
        Assert.Equal((1, 1), (_world.Counts.CowCopied, _world.Counts.CowReused));
    }

    [Fact]
    public void A_copy_on_write_fault_on_a_page_that_is_not_tracked_is_counted_as_such()
    {
        _process.Read(P);
        _world.CopyOnWrite(_process, P);
        _world.CopyOnWrite(_process, 5 * P);

        Assert.Equal((2, 0, 0), (_world.Counts.CowUntracked, _world.Counts.CowReused, _world.Counts.CowCopied));
        Assert.Equal(PageEntry.Small, _process.TestHookEntry(5 * P));
    }

    [Fact]
    public void Unmapping_part_of_a_folio_leaves_the_rest()
    {
        _world.Map(_process, P, 3 * P);
        _world.Write(_process, P);
        _world.Write(_process, 2 * P);
        int first = MemoryWorld.FolioOf(_process, P);
        int second = MemoryWorld.FolioOf(_process, 2 * P);
        _world.Unmap(_process, P + 10, 10);

        Assert.Equal((10, P - 4), (_world.Mapcount(first), _world.Mapcount(second)));
        Assert.Equal(2, _world.Counts.Unmaps);
        _world.Write(_process, P + 12);
        Assert.Equal(1, _world.Counts.SmallPages);
    }

    [Fact]
    public void A_range_that_is_discarded_can_have_a_folio_again()
    {
        _world.Map(_process, P, P);
        _world.Write(_process, P);
        _world.Discard(_process, P, P);
        _world.Write(_process, P);

        Assert.Equal(2, _world.Counts.Folios);
        Assert.Equal(1, _world.Counts.Unmaps);
    }

    [Fact]
    public void A_mapping_over_another_replaces_it()
    {
        _world.Map(_process, P, 2 * P);
        _world.Write(_process, P);
        int folio = MemoryWorld.FolioOf(_process, P);
        _world.Map(_process, P + 8, P, isPrivate: false);

        Assert.Equal(8, _world.Mapcount(folio));
        _world.Write(_process, P + 8);
        Assert.Equal(PageEntry.Small, _process.TestHookEntry(P + 8));
    }

    [Fact]
    public void A_range_that_moves_keeps_its_mappings_also_where_folios_are_not_aligned()
    {
        const long target = 511; // the last page of a table
        _world.Map(_process, P, P);
        _world.Write(_process, P);
        int folio = MemoryWorld.FolioOf(_process, P);
        _world.Move(_process, P, P, target, 2 * P);

        Assert.Equal(P, _world.Mapcount(folio));
        Assert.All(Enumerable.Range(0, P),
            page => Assert.Equal(PageEntry.Of(folio, page), _process.TestHookEntry(target + page)));
        Assert.All(Enumerable.Range(P, P), page => Assert.Equal(PageEntry.None, _process.TestHookEntry(page)));
        ProcessMemory<Shipped> child = _world.Fork(_process);
        Assert.Equal(2 * P, _world.Mapcount(folio));
        _world.Unmap(child, target, 4);
        Assert.Equal((2 * P) - 4, _world.Mapcount(folio));
    }

    [Fact]
    public void A_range_resized_in_place_gains_or_loses_its_end()
    {
        _world.Map(_process, P, P + 4);
        _world.Write(_process, 2 * P);
        Assert.Equal(1, _world.Counts.SmallPages);
        _world.Move(_process, P, P + 4, P, 4 * P);
        _world.Write(_process, 3 * P);
        int folio = MemoryWorld.FolioOf(_process, 3 * P);
        Assert.Equal(P, _world.Mapcount(folio));

        _world.Move(_process, P, 4 * P, P, (2 * P) + 1);
        Assert.Equal(1, _world.Mapcount(folio));
    }

    [Fact]
    public void A_move_can_leave_the_old_area_empty_but_there()
    {
        _world.Map(_process, P, P);
        _world.Write(_process, P);
        _world.Move(_process, P, P, 8 * P, P, leavesAreas: true);
        _world.Write(_process, P);

        Assert.Equal(2, _world.Counts.Folios);
    }

    [Fact]
    public void Exec_drops_everything_and_takes_a_new_MM()
    {
        _world.Map(_process, P, P);
        _world.Write(_process, P);
        long serial = _process.Mm.Mm.Serial;
        _world.Exec(_process);

        Assert.Equal(PageEntry.None, _process.TestHookEntry(P));
        Assert.NotEqual(serial, _process.Mm.Mm.Serial);
        _world.Write(_process, P);
        Assert.Equal(1, _world.Counts.SmallPages);
        Assert.Equal(1, _world.IdsOut);
    }

    [Fact]
    public void After_the_last_process_nothing_is_left()
    {
        _world.Map(_process, P, 8 * P);
        _world.Write(_process, P);
        _world.Write(_process, 4 * P);
        ProcessMemory<Shipped> child = _world.Fork(_process);
        _world.CopyOnWrite(child, P);
        _world.End(_process);

        Assert.NotNull(_world.Leftover);
        _world.End(child);
        Assert.Null(_world.Leftover);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(13)]
    [InlineData(15)]
    public void Folios_of_every_order_are_mapped_forked_and_unmapped(int order)
    {
        using MemoryWorld world = new(order);
        long pages = 1L << order;
        ProcessMemory<Shipped> process = world.NewProcess();
        world.Map(process, pages, 3 * pages);
        world.Write(process, pages + 1);
        world.Write(process, (3 * pages) - 1);
        int folio = MemoryWorld.FolioOf(process, 2 * pages);
        ProcessMemory<Shipped> child = world.Fork(process);

        Assert.Equal(2 * pages, world.Mapcount(folio));
        world.Unmap(child, (2 * pages) - 1, 2);
        Assert.Equal((2 * pages) - 1, world.Mapcount(folio));
        world.End(process);
        Assert.Equal(Sharing.Exclusive, world.Sharing(folio, child));
        world.End(child);
        Assert.Null(world.Leftover);
    }

    [Fact]
    public void Without_a_folio_left_small_pages_are_used()
    {
        using MemoryWorld world = new(order: 4, folios: 1);
        ProcessMemory<Shipped> process = world.NewProcess();
        world.Map(process, P, 2 * P);
        world.Write(process, P);
        world.Write(process, 2 * P);

        Assert.Equal((1, 1), (world.Counts.Folios, world.Counts.SmallPages));
    }
}
