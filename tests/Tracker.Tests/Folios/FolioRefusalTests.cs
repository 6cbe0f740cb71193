using Atomics;
using Tracker.Arenas;
using Tracker.Folios;

namespace Tracker.Tests.Folios;

/// <summary>What an arena of folios refuses, and what it leaves to the tracker.</summary>
public sealed unsafe class FolioRefusalTests
{
    [Fact]
    public void A_folio_past_the_capacity_is_refused_and_a_new_one_is_unmapped()
    {
        using TrackerWorld world = new(folios: 2);
        Assert.Equal("index", ParameterOf(() => world.Folios[-1]));
        Assert.Equal("index", ParameterOf(() => world.Folios[2]));
        Assert.Equal("free folios: head", world.Folios.Locations[0].Name);
        Assert.Equal((-1, 1), (world.Folios[1].State->MapcountMinusOne, world.Folios[1].Index));
    }

    [Theory]
    [InlineData(1, FolioKind.Large, "order")]
    [InlineData(16, FolioKind.Large, "order")]
    [InlineData(1, FolioKind.AssumedShared, "order")]
    [InlineData(16, FolioKind.AssumedShared, "order")]
    [InlineData(2, FolioKind.Small, "kind")]
    public void An_order_or_kind_that_is_not_tracked_is_refused(int order, FolioKind kind, string parameter)
    {
        using TrackerWorld world = new();
        Assert.True(world.Folios.TryAllocate(out Folio folio));
        Assert.Equal(parameter, ParameterOf(() => world.Folios.Prepare(folio, order, 1, kind: kind)));
    }

    [Fact]
    public void The_kind_whose_mapcount_alone_tells_is_named_so()
    {
        using TrackerWorld world = new();
        Assert.True(world.Folios.TryAllocate(out Folio folio));
        Assert.Contains("mapcount", MessageOf(() => world.Folios.Prepare(folio, 2, 1, kind: FolioKind.Small)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_reason_says_what_cannot_be_done_to_a_folio_that_others_may_look_at_or_that_is_free()
    {
        using TrackerWorld world = new();
        Folio folio = world.NewFolio(9);
        Assert.Contains("references cannot be prepared", MessageOf(() => world.Folios.Prepare(folio, 9, 2)),
            StringComparison.Ordinal);
        Assert.Contains("references cannot be published", MessageOf(() => world.Folios.Publish(folio, 1)),
            StringComparison.Ordinal);
        Assert.Equal(FolioDefect.None, world.Drop(folio));
        Assert.Contains("not allocated cannot be prepared", MessageOf(() => world.Folios.Prepare(folio, 9, 2)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_split_into_parts_that_do_not_come_out_of_the_folio_is_refused()
    {
        using TrackerWorld world = new();
        Folio folio = world.NewFolio(4);
        Assert.Equal("order", ParameterOf(() => world.Folios.TrySplit(folio, 1, 2, out _)));
        Assert.Equal("order", ParameterOf(() => world.Folios.TrySplit(folio, 16, [2], new Folio[1], out _)));
        Assert.Equal("parts", ParameterOf(() => world.Folios.TrySplit(folio, 3, [2, 3, 4], new Folio[3], out _)));
        Assert.Equal("incarnations", ParameterOf(() => world.Folios.TrySplit(folio, 3, [2], new Folio[2], out _)));
        Assert.NotNull(ParameterOf(() => world.Folios.TrySplit(folio, 4, 2, out _)));
        Assert.Equal((4, 1), (folio.Order, folio.State->References));
    }

    /// <summary>No class stands behind such a folio, which would refuse the order.</summary>
    [Fact]
    public void A_folio_that_is_assumed_to_be_shared_is_not_split_into_smaller_ones_than_are_tracked()
    {
        using TrackerWorld world = new();
        Folio folio = world.NewFolio(4, kind: FolioKind.AssumedShared);
        Assert.Equal("order", ParameterOf(() => world.Folios.TrySplit(folio, 1, 2, out _)));
        Assert.Equal("order", ParameterOf(() => world.Folios.TrySplit(folio, 1, [2, 3], new Folio[2], out _)));
        Assert.Equal((4, 1), (folio.Order, folio.State->References));
    }

    [Fact]
    public void A_folio_that_is_not_allocated_is_not_freed_as_pages_whatever_its_count_says()
    {
        using TrackerWorld world = new();
        world.Folios[3].State->References = 1;
        Assert.False(world.Folios.TrySplitToPages(world.Folios[3], out FolioDefect defect));
        Assert.Equal(FolioDefect.NotAllocated, defect);
    }

    [Fact]
    public void A_word_that_the_class_of_a_folio_does_not_use_is_not_its_own_when_it_is_freed()
    {
        using TrackerWorld world = new();
        Folio folio = world.NewFolio(9);
        folio.State->Values[folio.Shape.ValueCount] = 1;
        Assert.Equal(FolioDefect.None, world.Drop(folio));
    }

    [Fact]
    public void Another_arenas_folio_is_not_allocated_here()
    {
        using TrackerWorld world = new();
        using TrackerWorld other = new();
        Folio own = world.NewFolio(9);
        Folio others = other.NewFolio(9);
        Assert.Equal(own.Index, others.Index);
        Assert.Equal(0, ReferenceCount.Put<HardwareMemory>(ref others.State->References, 1));
        Assert.Equal(FolioDefect.NotAllocated, world.Folios.Free(others));
        Assert.Equal(FolioDefect.None, world.Drop(own));
    }

    [Fact]
    public void What_a_tracker_keeps_beside_a_folio_is_prepared_with_it_and_disposed_with_the_domain()
    {
        WatchedTracking tracking = new();
        TrackerWorld world = new(tracking: tracking);
        Folio folio = world.NewFolio(9);
        Assert.Equal(1, tracking.Prepared);
        Assert.True(world.Folios.TrySplit(folio, 2, 2, out _));
        Assert.Equal(2, tracking.Prepared);
        FolioArena<HardwareMemory> folios = world.Folios;
        world.Dispose();
        Assert.True(tracking.IsDisposed);
        Assert.True(folios[0].IsNull);
        Assert.Throws<ObjectDisposedException>(() => folios.TryAllocate(out _));
    }

    [Fact]
    public void A_domain_without_folios_or_mms_is_refused()
    {
        Assert.Equal("folios", ParameterOf(() => new TrackerWorld(folios: 0)));
        Assert.Equal("mms", ParameterOf(() => new TrackerWorld(mms: 0)));
    }

    private static string? ParameterOf(Func<object> step) => Assert.Throws<ArgumentOutOfRangeException>(step).ParamName;

    private static string? ParameterOf(Action step) => Assert.Throws<ArgumentOutOfRangeException>(step).ParamName;

    private static string MessageOf(Action step) => Assert.ThrowsAny<Exception>(step).Message;
}
