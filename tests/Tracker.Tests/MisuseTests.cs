using Atomics;
using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Seqcount;
using Tracker.SubIds;
using Tracker.Tracking;

namespace Tracker.Tests;

/// <summary>
/// What a caller may do wrong: what would corrupt is refused in any build, what the patch warns about in a debug build.
/// </summary>
public sealed class MisuseTests
{
    private const string DebugOnly = "checked in debug builds only";

    [Fact]
    public void A_null_mm_is_refused_before_anything_changes()
    {
        foreach (ITracking tracking in TrackerWorld.Protocols)
        {
            using TrackerWorld world = new(tracking: tracking);
            Folio folio = world.NewFolio(4);
            Exception refused = Assert.Throws<ArgumentNullException>("mm", () => tracking.Map(folio, default, 0, 1));
            Assert.Contains("null MM", refused.Message, StringComparison.Ordinal);
            Assert.Throws<ArgumentNullException>(() => tracking.Unmap(folio, default, 0, 1, out _));
            Assert.Throws<ArgumentNullException>(() => tracking.Set(folio, default, 0, 1));
            Assert.Throws<ArgumentNullException>(() => tracking.Decide(folio, default, 1));
            Assert.Throws<ArgumentNullException>(() => tracking.CanReuse(folio, default));
            Assert.Equal(FolioDefect.None, world.Drop(folio));
        }
    }

    [Fact]
    public void First_mappings_of_a_published_folio_are_refused()
    {
        foreach (ITracking tracking in TrackerWorld.Protocols)
        {
            using TrackerWorld world = new(tracking: tracking);
            Folio folio = world.NewFolio(4);
            AddressSpace mm = world.NewMm();
            Refusal.Contains("with 1 references cannot be set", () => tracking.Set(folio, mm, 0, 1));
            Assert.Equal(Sharing.Unmapped, tracking.Decide(folio, mm, 1).Answer);
            Assert.True(world.Mms.Put(mm));
        }
    }

    [Fact]
    public unsafe void An_mm_whose_mapping_was_refused_may_go()
    {
        using TrackerWorld world = new();
        Folio folio = world.NewFolio(4);
        AddressSpace mm = world.NewMm();
        folio.State->References = int.MaxValue;
        Assert.Throws<InvalidOperationException>(() => TrackerWorld.Exclusive.Map(folio, mm, 0, 1));
        folio.State->References = 1;
        Assert.True(world.Mms.Put(mm));
    }

    [Fact]
    public unsafe void Mappings_stop_at_two_to_the_31_references_and_neither_count_wraps()
    {
        using TrackerWorld world = new();
        Folio folio = world.NewFolio(15);
        AddressSpace mm = world.NewMm();
        int batches = 0;
        Exception? refused = null;
        while (refused is null)
        {
            refused = Record.Exception(() => TrackerWorld.Exclusive.Map(folio, mm, 0, folio.Pages));
            batches += refused is null ? 1 : 0;
        }

        Assert.IsType<InvalidOperationException>(refused);
        Assert.Equal((1 << 16) - 1, batches);
        Assert.Equal((batches << 15) + 1, folio.State->References);
        Assert.Equal((batches << 15) - 1, folio.State->MapcountMinusOne);
        folio.State->References = int.MaxValue;
        Assert.Throws<InvalidOperationException>(
            () => ReferenceCount.TryGet<HardwareMemory>(ref folio.State->References));
    }

    [Fact]
    public unsafe void More_references_dropped_than_held_are_refused()
    {
        int count = 1;
        Assert.Throws<InvalidOperationException>(() => ReferenceCount.Put<HardwareMemory>(ref count, 2));
        using TrackerWorld world = new();
        AddressSpace mm = world.NewMm();
        Assert.True(world.Mms.Put(mm));
        Assert.Throws<InvalidOperationException>(() => world.Mms.Put(mm));
    }

    /// <summary>As one mapping too many taken away leaves it.</summary>
    [Fact]
    public unsafe void A_mapcount_below_zero_is_never_exclusive_nor_reused()
    {
        foreach (ITracking tracking in TrackerWorld.Protocols)
        {
            using TrackerWorld world = new(tracking: tracking);
            Folio folio = world.NewFolio(4);
            AddressSpace mm = world.NewMm();
            long* subIds = mm.SubIdsFor<HardwareMemory>(folio);
            folio.State->MapcountMinusOne = -2;
            for (int value = 0; value < folio.Shape.ValueCount; value++)
            {
                folio.State->Values[value] = -subIds[value];
            }

            Assert.Equal(Sharing.Shared, tracking.Decide(folio, mm, 1).Answer);
            folio.State->References = -1;
            Assert.Equal(ReuseAnswer.TooManyMappings, tracking.CanReuse(folio, mm).Answer);
            folio.State->References = 0;
            Assert.Equal(FolioDefect.StillMapped, world.Folios.Free(folio));
        }
    }

    [Fact]
    public void Unmapping_more_than_is_mapped_is_found()
    {
        Assert.SkipUnless(TrackerWorld.IsChecked, DebugOnly);
        foreach (ITracking tracking in TrackerWorld.Protocols)
        {
            using TrackerWorld world = new(tracking: tracking);
            Folio folio = world.NewFolio(4);
            AddressSpace mm = world.NewMm();
            AddressSpace other = world.NewMm();
            tracking.Map(folio, mm, 0, 1);
            Refusal.Contains("2 pages are unmapped of a folio with 1 mappings",
                () => tracking.Unmap(folio, mm, 0, 2, out _));
            Refusal.Contains("unmaps 1 pages more", () => tracking.Unmap(folio, other, 0, 1, out _));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(513)]
    [InlineData(1 << 20)]
    public void A_batch_of_other_than_one_to_all_pages_is_found(int count)
    {
        Assert.SkipUnless(TrackerWorld.IsChecked, DebugOnly);
        using TrackerWorld world = new();
        Folio folio = world.NewFolio(9);
        AddressSpace mm = world.NewMm();
        Refusal.Contains($"a batch of {count} pages on a folio of 512",
            () => TrackerWorld.Shared.Map(folio, mm, 0, count));
        Assert.Throws<InvalidOperationException>(() => TrackerWorld.Shared.Unmap(folio, mm, 0, count, out _));
        Assert.Equal(FolioDefect.None, world.Drop(folio));
    }

    [Fact]
    public void An_mm_that_is_dropped_while_it_maps_is_found_before_its_id_passes_on()
    {
        Assert.SkipUnless(TrackerWorld.IsChecked, DebugOnly);
        using TrackerWorld world = new(maxId: 2);
        AddressSpace mm = world.NewMm();
        TrackerWorld.Shared.Map(world.NewFolio(4), mm, 0, 3);
        Refusal.Contains("maps 3 pages", () => world.Mms.Put(mm));
        Assert.Equal(1, world.Ids.FreeCount);
    }

    /// <summary>They are counted as those of any mapping.</summary>
    [Fact]
    public void First_mappings_of_an_mm_are_its_own_too()
    {
        Assert.SkipUnless(TrackerWorld.IsChecked, DebugOnly);
        using TrackerWorld world = new();
        AddressSpace mm = world.NewMm();
        Assert.True(world.Folios.TryAllocate(out Folio folio));
        world.Folios.Prepare(folio, 4, incarnation: 1);
        Refusal.Contains("a batch of 17 pages", () => TrackerWorld.Shared.Set(folio, mm, 0, 17));
        TrackerWorld.Shared.Set(folio, mm, 0, 3);
        Refusal.Contains("maps 3 pages", () => world.Mms.Put(mm));
    }

    [Fact]
    public void An_mm_that_is_gone_maps_nothing()
    {
        Assert.SkipUnless(TrackerWorld.IsChecked, DebugOnly);
        using TrackerWorld world = new();
        Folio folio = world.NewFolio(4);
        AddressSpace mm = world.NewMm();
        Assert.True(world.Mms.Put(mm));
        Refusal.Contains("after its last reference", () => TrackerWorld.Shared.Map(folio, mm, 0, 1));
    }

    /// <summary>
    /// Orders 6 to 9 have 3 values in the compact scheme, for which an MM of the other one has no sub-IDs.
    /// </summary>
    [Fact]
    public void An_mm_of_another_scheme_is_found()
    {
        Assert.SkipUnless(TrackerWorld.IsChecked, DebugOnly);
        using TrackerWorld compact = new(SubIdScheme.RmapIdCompact);
        using TrackerWorld world = new();
        Folio folio = compact.NewFolio(9);
        AddressSpace mm = world.NewMm();
        Refusal.Contains("an MM of another scheme", () => TrackerWorld.Shared.Map(folio, mm, 0, 1));
    }

    [Fact]
    public void A_section_that_ends_without_having_begun_is_found()
    {
        Assert.SkipUnless(TrackerWorld.IsChecked, DebugOnly);
        Ends<SharedSeqcount<Unstamped>>(alone: false);
        Ends<ExclusiveSeqcount<Unstamped>>(alone: false);
        Ends<ExclusiveSeqcount<Unstamped>>(alone: true);
        Ends<AddReturnSeqcount<Unstamped>>(alone: true);
        Ends<TwoWordSeqcount<Unstamped>>(alone: false);
        Ends<TwoWordSeqcount<Unstamped>>(alone: true);

        static void Ends<TSeqcount>(bool alone) where TSeqcount : struct, ISeqcount
        {
            long sequence = 0;
            Assert.Throws<InvalidOperationException>(() => TSeqcount.WriteEnd<HardwareMemory>(ref sequence, alone));
            Assert.Equal(0, sequence);
        }
    }

    [Fact]
    public void More_writers_than_the_shared_field_allows_are_found()
    {
        Assert.SkipUnless(TrackerWorld.IsChecked, DebugOnly);
        long sequence = SequenceWord.MaxSharedWriters;
        Assert.Throws<InvalidOperationException>(
            () => SharedSeqcount<Unstamped>.WriteBegin<HardwareMemory>(ref sequence));
        sequence = SequenceWord.MaxSharedWriters;
        Assert.Throws<InvalidOperationException>(
            () => ExclusiveSeqcount<Unstamped>.WriteBegin<HardwareMemory>(ref sequence));
    }
}
