using Atomics;
using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Reading;

namespace Tracker.Tests.Folios;

/// <summary>A folio is split into several, down to pages (patch 07, mm/huge_memory.c).</summary>
public sealed class FolioSplitTests
{
    [Fact]
    public unsafe void Every_part_begins_at_sequence_0_unmapped_with_one_reference()
    {
        using TrackerWorld world = new();
        Folio folio = world.NewFolio(9);
        AddressSpace mm = world.NewMm();
        TrackerWorld.Shared.Map(folio, mm, 0, 512);
        TrackerWorld.Shared.Unmap(folio, mm, 0, 512, out _);
        Folio[] parts = new Folio[8];
        Assert.True(world.Folios.TrySplit(folio, 6, [2, 3, 4, 5, 6, 7, 8, 9], parts, out FolioDefect defect));
        Assert.Equal(FolioDefect.None, defect);
        Assert.Equal(folio.Index, parts[0].Index);
        Assert.Equal(8, parts.Select(part => part.Index).Distinct().Count());
        Assert.Equal([2, 3, 4, 5, 6, 7, 8, 9], parts.Select(part => part.Incarnation));
        foreach (Folio part in parts)
        {
            Assert.Equal((6, 0L, -1, 1),
                (part.Order, part.State->Sequence, part.State->MapcountMinusOne, part.State->References));
            TrackerWorld.Shared.Map(part, mm, 0, 64);
            Assert.Equal(Sharing.Exclusive, TrackerWorld.Shared.Decide(part, mm, 1).Answer);
        }
    }

    [Fact]
    public void A_split_that_lacks_folios_leaves_the_folio_whole_and_keeps_none()
    {
        using TrackerWorld world = new(folios: 3);
        Folio folio = world.NewFolio(4);
        Assert.False(world.Folios.TrySplit(folio, 2, [2, 3, 4, 5], new Folio[4], out FolioDefect defect));
        Assert.Equal((FolioDefect.None, 4, 1L), (defect, folio.Order, folio.Incarnation));
        world.NewFolio(2);
        world.NewFolio(2);
    }

    [Fact]
    public void A_split_of_a_folio_that_somebody_else_holds_changes_nothing()
    {
        using TrackerWorld world = new();
        Folio folio = world.NewFolio(4);
        Assert.True(Hold(folio));
        Assert.False(world.Folios.TrySplit(folio, 2, [2, 3], new Folio[2], out FolioDefect defect));
        Assert.False(world.Folios.TrySplitToPages(folio, out FolioDefect ofPages));
        Assert.Equal((FolioDefect.None, FolioDefect.None, 4), (defect, ofPages, folio.Order));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(0)]
    public void A_folio_has_no_more_parts_than_it_has_room_for(int parts)
    {
        using TrackerWorld world = new();
        Folio folio = world.NewFolio(4);
        Assert.ThrowsAny<ArgumentException>(
            () => world.Folios.TrySplit(folio, 2, new long[parts], new Folio[parts], out _));
    }

    [Fact]
    public void The_parts_of_a_folio_that_is_assumed_to_be_shared_are_so_too()
    {
        using TrackerWorld world = new();
        Folio folio = world.NewFolio(9, kind: FolioKind.AssumedShared);
        Folio[] parts = new Folio[2];
        Assert.True(world.Folios.TrySplit(folio, 3, [2, 3], parts, out _));
        Assert.All(parts, part => Assert.Equal((true, 3, 8), (part.Shape.IsAssumedShared, part.Order, part.Pages)));
    }

    [Fact]
    public unsafe void Split_into_pages_nothing_of_the_folio_is_left()
    {
        using TrackerWorld world = new(folios: 1);
        Folio folio = world.NewFolio(9);
        AddressSpace mm = world.NewMm();
        TrackerWorld.Shared.Map(folio, mm, 0, 512);
        TrackerWorld.Shared.Unmap(folio, mm, 0, 512, out _);
        Assert.NotEqual(0, folio.State->Sequence);
        Assert.True(world.Folios.TrySplitToPages(folio, out FolioDefect defect));
        Assert.Equal((FolioDefect.None, 0L, 0), (defect, folio.State->Sequence, folio.State->References));
        Assert.Equal(0, world.NewFolio(2).Index);
    }

    [Theory]
    [InlineData(0, FolioDefect.ValueLeft)]
    [InlineData(5, FolioDefect.TailLeft)]
    public unsafe void A_word_that_is_not_0_is_found_before_it_becomes_a_tail_pages_own(int value, FolioDefect found)
    {
        using TrackerWorld world = new();
        Folio folio = world.NewFolio(9);
        folio.State->Values[value] = 1;
        Assert.False(world.Folios.TrySplit(folio, 2, [2, 3], new Folio[2], out FolioDefect defect));
        Assert.False(world.Folios.TrySplitToPages(folio, out FolioDefect ofPages));
        Assert.Equal((found, found, 9, 1), (defect, ofPages, folio.Order, folio.State->References));
    }

    private static unsafe bool Hold(Folio folio) =>
        ReferenceCount.TryGet<HardwareMemory>(ref folio.State->References);
}
