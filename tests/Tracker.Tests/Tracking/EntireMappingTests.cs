using Atomics;
using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Tracking;
using Shipped = Tracker.Tracking.RmapTracking<
    Atomics.HardwareMemory,
    Tracker.Writing.WriteSection<Tracker.Seqcount.ExclusiveSeqcount<Tracker.Seqcount.Stamped>>,
    Tracker.Reading.BarrierRead>;

namespace Tracker.Tests.Tracking;

public sealed class EntireMappingTests
{
    private static readonly Shipped Tracking = TrackerWorld.Exclusive;

    [Fact]
    public void A_remap_goes_by_way_of_one_mapping_more_than_pages_of_which_one_is_entire()
    {
        using TrackerWorld world = new(tracking: Tracking);
        Folio folio = world.NewFolio(9);
        AddressSpace mm = world.NewMm();
        EntireMapping.Map<HardwareMemory, Shipped>(Tracking, folio, mm);
        Assert.Equal((Sharing.Exclusive, 1, 1), Seen(folio, mm));
        Tracking.Map(folio, mm, 0, folio.Pages);
        Assert.Equal((Sharing.Shared, 513, 1), Seen(folio, mm));
        Assert.Equal(ReuseAnswer.TooManyMappings, Tracking.CanReuse(folio, mm).Answer);
        EntireMapping.Unmap<HardwareMemory, Shipped>(Tracking, folio, mm, out int left);
        Assert.Equal(513, left);
        Assert.Equal((Sharing.Exclusive, 512, 0), Seen(folio, mm));
        Tracking.Unmap(folio, mm, 0, folio.Pages, out _);
        Assert.Equal(FolioDefect.None, world.Drop(folio));
    }

    [Fact]
    public void Two_address_spaces_that_map_a_folio_as_a_whole_share_it()
    {
        using TrackerWorld world = new(tracking: Tracking);
        Folio folio = world.NewFolio(9);
        AddressSpace parent = world.NewMm();
        AddressSpace child = world.NewMm();
        EntireMapping.Map<HardwareMemory, Shipped>(Tracking, folio, parent);
        EntireMapping.Map<HardwareMemory, Shipped>(Tracking, folio, child);
        Assert.Equal((Sharing.Shared, 2, 2), Seen(folio, parent));
        EntireMapping.Unmap<HardwareMemory, Shipped>(Tracking, folio, parent, out _);
        Assert.Equal((Sharing.Exclusive, 1, 1), Seen(folio, child));
    }

    [Fact]
    public void A_folio_whose_mappings_are_gone_but_not_the_count_of_entire_ones_is_neither_freed_nor_split()
    {
        using TrackerWorld world = new(tracking: Tracking);
        Folio folio = world.NewFolio(9);
        AddressSpace mm = world.NewMm();
        EntireMapping.Map<HardwareMemory, Shipped>(Tracking, folio, mm);
        Tracking.Unmap(folio, mm, 0, 1, out _);
        Assert.False(world.Folios.TrySplitToPages(folio, out FolioDefect ofSplit));
        Assert.Equal((FolioDefect.EntireMappingLeft, FolioDefect.EntireMappingLeft), (ofSplit, world.Drop(folio)));
    }

    [Fact]
    public void A_debug_build_refuses_to_take_an_entire_mapping_away_that_is_not_there()
    {
        using TrackerWorld world = new(tracking: Tracking);
        Folio folio = world.NewFolio(9);
        AddressSpace mm = world.NewMm();
        Tracking.Map(folio, mm, 0, 1);
        Exception? refusal = Record.Exception(() => EntireMapping.End<HardwareMemory>(folio));
        Assert.Equal(TrackerWorld.IsChecked, refusal is InvalidOperationException);
        Assert.Equal(TrackerWorld.IsChecked, refusal?.Message.Contains("has none", StringComparison.Ordinal) ?? false);
    }

    private static (Sharing, int, int) Seen(Folio folio, AddressSpace mm)
    {
        Decision decision = Tracking.Decide(folio, mm, 1);
        return (decision.Answer, decision.Mapcount, folio.EntireMapcount);
    }
}
