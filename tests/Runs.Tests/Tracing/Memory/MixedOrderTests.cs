using Runs.Tracing.Memory;
using Shipped = Tracker.Tracking.RmapTracking<
    Atomics.HardwareMemory,
    Tracker.Writing.WriteSection<Tracker.Seqcount.ExclusiveSeqcount<Tracker.Seqcount.Stamped>>,
    Tracker.Reading.BarrierRead>;

namespace Runs.Tests.Tracing.Memory;

/// <summary>A range of orders: a write gets the largest aligned folio that fits in its area and is free.</summary>
public sealed class MixedOrderTests : IDisposable
{
    private readonly MemoryWorld _world = new(order: 2, greatestOrder: 9);
    private readonly ProcessMemory<Shipped> _process;

    public MixedOrderTests() => _process = _world.NewProcess();

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData(512, 4096, 700, 9)]
    [InlineData(512, 511, 600, 8)]
    [InlineData(512, 511, 1018, 2)]
    [InlineData(1024, 16, 1030, 4)]
    [InlineData(1026, 7, 1029, 2)]
    public void The_largest_block_that_fits_around_the_page_becomes_a_folio(int start, int pages, int page, int order)
    {
        _world.Map(_process, start, pages);
        _world.Write(_process, page);

        int first = page & -(1 << order);
        int folio = MemoryWorld.FolioOf(_process, first);
        Assert.All(Enumerable.Range(first, 1 << order),
            each => Assert.Equal(PageEntry.Of(folio, each - first), _process.TestHookEntry(each)));
        Assert.Equal(1 << order, _world.Mapcount(folio));
        Assert.Equal(1, _world.Counts.FoliosByOrder[order]);
        Assert.Equal(1, _world.Counts.FoliosByOrder.Sum());
    }

    [Fact]
    public void A_page_taken_before_leaves_smaller_blocks_beside_it()
    {
        _world.Map(_process, 512, 512);
        _process.Read(512);
        _world.Write(_process, 520);
        _world.Write(_process, 800);
        _world.Write(_process, 513);

        Assert.Equal(1, _world.Counts.FoliosByOrder[3]);
        Assert.Equal(1, _world.Counts.FoliosByOrder[8]);
        Assert.Equal((2, 1), (_world.Counts.Folios, _world.Counts.SmallPages));
    }

    [Fact]
    public void An_area_smaller_than_the_smallest_order_gets_small_pages()
    {
        _world.Map(_process, 512, 3);
        _world.Write(_process, 513);

        Assert.Equal((0, 1), (_world.Counts.Folios, _world.Counts.SmallPages));
    }
}
