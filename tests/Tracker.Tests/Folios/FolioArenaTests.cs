using System.Runtime.CompilerServices;
using Atomics;
using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Seqcount;
using Tracker.Tracking;
using Tracker.Writing;

namespace Tracker.Tests.Folios;

public sealed class FolioArenaTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    public void Untracked_orders_are_refused(int order)
    {
        using TrackerWorld world = new();
        Assert.True(world.Folios.TryAllocate(out Folio folio));
        Assert.Throws<ArgumentOutOfRangeException>(() => world.Folios.Prepare(folio, order, 1));
    }

    [Theory]
    [InlineData(FolioKind.Small)]
    [InlineData(FolioKind.Hugetlb)]
    public void Small_and_hugetlb_folios_are_refused(FolioKind kind)
    {
        using TrackerWorld world = new();
        Assert.True(world.Folios.TryAllocate(out Folio folio));
        Assert.Throws<ArgumentOutOfRangeException>(() => world.Folios.Prepare(folio, 4, 1, kind: kind));
    }

    [Fact]
    public void A_folio_freed_while_mapped_is_a_defect_and_is_not_handed_out_again()
    {
        using TrackerWorld world = new(folios: 1);
        Folio folio = world.NewFolio(4);
        AddressSpace mm = world.NewMm();
        TrackerWorld.Shared.Map(folio, mm, 0, 1);
        Assert.Equal(FolioDefect.StillMapped, world.Folios.Free(folio));
        Assert.False(world.Folios.TryAllocate(out _));
    }

    [Fact]
    public unsafe void A_folio_freed_with_a_value_left_is_a_defect()
    {
        using TrackerWorld world = new();
        Folio folio = world.NewFolio(4);
        folio.State->Values[1] = 1;
        Assert.Equal(FolioDefect.ValueLeft, world.Drop(folio));
    }

    [Fact]
    public unsafe void A_folio_freed_with_a_writer_inside_is_a_defect()
    {
        using TrackerWorld world = new();
        Folio folio = world.NewFolio(4);
        folio.State->Sequence++;
        Assert.Equal(FolioDefect.WriterInside, world.Folios.Free(folio));
    }

    [Fact]
    public void A_folio_is_neither_freed_nor_split_while_one_writer_is_inside_in_every_protocol()
    {
        AssertHeldBy<SharedSeqcount<Stamped>>();
        AssertHeldBy<ExclusiveSeqcount<Stamped>>();
        AssertHeldBy<AddReturnSeqcount<Stamped>>();
        AssertHeldBy<TwoWordSeqcount<Stamped>>();
    }

    private static unsafe void AssertHeldBy<TSeqcount>() where TSeqcount : struct, ISeqcount
    {
        using TrackerWorld world =
            new(tracking: default(RmapTracking<HardwareMemory, WriteSection<TSeqcount>, BarrierRead>));
        Folio folio = world.NewFolio(9);
        bool alone = TSeqcount.WriteBegin<HardwareMemory>(ref folio.State->Sequence);
        Assert.Equal((typeof(TSeqcount), FolioDefect.WriterInside), (typeof(TSeqcount), world.Folios.Free(folio)));
        Assert.False(world.Folios.TrySplit(folio, 4, incarnation: 2, out FolioDefect defect));
        Assert.Equal(FolioDefect.WriterInside, defect);
        TSeqcount.WriteEnd<HardwareMemory>(ref folio.State->Sequence, alone);
        Assert.True(world.Folios.TrySplit(folio, 4, incarnation: 2, out _));
        Assert.Equal(0, folio.State->Sequence);
    }

    /// <summary>
    /// Words of 32 bits: the lower one counts shared writers, bit 0 of the upper one is the exclusive writer.
    /// </summary>
    [Theory]
    [InlineData(1L)]
    [InlineData(0x8000_0000L)]
    [InlineData(1L << 32)]
    public unsafe void A_folio_of_two_words_freed_with_a_writer_inside_is_a_defect(long word)
    {
        using TrackerWorld world = new(tracking: TrackerWorld.TwoWord);
        Folio folio = world.NewFolio(4, 5L << 33);
        folio.State->Sequence |= word;
        Assert.Equal(FolioDefect.WriterInside, world.Folios.Free(folio));
    }

    [Fact]
    public void A_folio_freed_with_references_left_is_a_defect_until_they_are_dropped()
    {
        using TrackerWorld world = new(folios: 2);
        Folio folio = world.NewFolio(4);
        Assert.Equal(FolioDefect.StillReferenced, world.Folios.Free(folio));
        Assert.NotEqual(folio.Index, world.NewFolio(4).Index);
        Assert.False(world.Folios.TryAllocate(out _));
        Assert.Equal(FolioDefect.None, world.Drop(folio));
        Assert.Equal(folio.Index, world.NewFolio(4).Index);
    }

    [Fact]
    public void A_folio_freed_twice_is_a_defect_and_is_handed_out_once()
    {
        using TrackerWorld world = new(folios: 3);
        Folio folio = world.NewFolio(4);
        Assert.Equal(FolioDefect.None, world.Drop(folio));
        Assert.Equal(FolioDefect.NotAllocated, world.Folios.Free(folio));
        Assert.Distinct(Enumerable.Range(0, 3).Select(_ => world.NewFolio(4).Index));
    }

    [Fact]
    public void A_folio_that_two_threads_free_at_once_is_handed_out_once()
    {
        const int Rounds = 5_000;
        using TrackerWorld world = new(folios: 3);
        for (int round = 0; round < Rounds; round++)
        {
            Assert.True(world.Folios.TryAllocate(out Folio folio));
            world.Folios.Prepare(folio, 4, incarnation: round);
            FolioDefect[] defects = new FolioDefect[2];
            Parallel.For(0, 2, thread => defects[thread] = world.Folios.Free(folio));
            Assert.Equal([FolioDefect.None, FolioDefect.NotAllocated], defects.Order());
        }

        Assert.Distinct(Enumerable.Range(0, 3).Select(_ => world.NewFolio(4).Index));
    }

    [Fact]
    public void A_folio_of_another_arena_or_never_allocated_is_not_freed()
    {
        using TrackerWorld world = new();
        using TrackerWorld other = new();
        Assert.Equal(FolioDefect.NotAllocated, world.Folios.Free(other.NewFolio(4)));
        Assert.Equal(FolioDefect.NotAllocated, world.Folios.Free(world.Folios[3]));
        Assert.Throws<InvalidOperationException>(() => world.Folios.Prepare(world.Folios[3], 4, incarnation: 1));
    }

    [Fact]
    public void A_folio_that_others_may_look_at_is_neither_prepared_nor_published_again()
    {
        using TrackerWorld world = new();
        Folio folio = world.NewFolio(4);
        Assert.Throws<InvalidOperationException>(() => world.Folios.Prepare(folio, 4, incarnation: 2));
        Assert.Throws<InvalidOperationException>(() => world.Folios.Publish(folio, 1));
        Assert.True(world.Folios.TryAllocate(out Folio unpublished));
        world.Folios.Prepare(unpublished, 4, incarnation: 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => world.Folios.Publish(unpublished, 0));
        Assert.Equal(FolioDefect.None, world.Folios.Free(unpublished));
    }

    [Fact]
    public void A_handle_outlives_its_forgotten_arena()
    {
        (Folio folio, AddressSpace mm) = Forget();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.Equal(9, folio.Order);
        Assert.Equal(Sharing.Exclusive, TrackerWorld.Shared.Decide(folio, mm, 1).Answer);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (Folio Folio, AddressSpace Mm) Forget()
    {
        // As large as a mapping of its own, so that memory that was freed is not there any more.
        TrackerWorld world = new(folios: 100_000);
        Folio folio = world.NewFolio(9);
        AddressSpace mm = world.NewMm();
        TrackerWorld.Shared.Map(folio, mm, 0, 1);
        return (folio, mm);
    }

    [Fact]
    public unsafe void Splitting_resets_the_sequence_and_starts_a_new_life()
    {
        using TrackerWorld world = new();
        Folio folio = world.NewFolio(9);
        AddressSpace mm = world.NewMm();
        TrackerWorld.Shared.Map(folio, mm, 0, 512);
        Assert.False(world.Folios.TrySplit(folio, 4, incarnation: 2, out _));
        TrackerWorld.Shared.Unmap(folio, mm, 0, 512, out _);
        Assert.True(world.Folios.TrySplit(folio, 4, incarnation: 2, out FolioDefect defect));
        Assert.Equal(FolioDefect.None, defect);
        Assert.Equal((4, 16, 2L, 0L), (folio.Order, folio.Pages, folio.Incarnation, folio.State->Sequence));
        Assert.Equal(1, folio.State->References);
    }

    [Fact]
    public unsafe void Splitting_a_folio_with_a_value_left_is_a_defect()
    {
        using TrackerWorld world = new();
        Folio folio = world.NewFolio(9);
        folio.State->Values[2] = 1;
        Assert.False(world.Folios.TrySplit(folio, 4, incarnation: 2, out FolioDefect defect));
        Assert.Equal(FolioDefect.ValueLeft, defect);
        Assert.Equal(9, folio.Order);
    }

    [Fact]
    public void Every_folio_is_handed_out_once_and_again_after_freeing()
    {
        using TrackerWorld world = new(folios: 5);
        Folio[] all = [.. Enumerable.Range(0, 5).Select(_ => world.NewFolio(2))];
        Assert.Equal(5, all.Select(folio => folio.Index).Distinct().Count());
        Assert.False(world.Folios.TryAllocate(out _));
        Assert.Equal(FolioDefect.None, world.Drop(all[3]));
        Assert.Equal(3, world.NewFolio(2).Index);
    }
}
