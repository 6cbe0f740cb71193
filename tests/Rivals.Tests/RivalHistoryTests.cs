using CsCheck;
using Tracker;
using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Tracking;

namespace Rivals.Tests;

/// <summary>
/// Random histories of four MMs on one folio, each page mapped at most once by an MM, against a table of pages.
/// </summary>
public sealed class RivalHistoryTests
{
    private const int Mms = 4;
    private const int Order = 4;
    private const int Pages = 1 << Order;

    private static readonly Gen<(int Who, int First, int Count)[]> Histories =
        Gen.Select(Gen.Int[0, Mms - 1], Gen.Int[0, Pages - 1], Gen.Int[1, Pages]).Array[1, 80];

    [Theory]
    [InlineData("exact")]
    [InlineData("lock")]
    [InlineData("immutable")]
    [InlineData("split-line shared")]
    [InlineData("split-line exclusive")]
    public void A_precise_rival_never_errs(string name) => Assert.Equal((0, 0, 0), Errors(name));

    [Fact]
    public void Owner_tracking_is_falsely_shared_at_times_and_never_falsely_exclusive()
    {
        (int falseShared, int falseExclusive, int undecided) = Errors("owner-tracking");
        Assert.True(falseShared > 0, "no history left a third MM behind without a slot");
        Assert.Equal((0, 0), (falseExclusive, undecided));
    }

    [Fact]
    public void The_estimate_errs_both_ways()
    {
        (int falseShared, int falseExclusive, int undecided) = Errors("estimate");
        Assert.True(falseExclusive > 0, "no history shared a folio without its first page");
        Assert.Equal((0, 0), (falseShared, undecided));
    }

    [Fact]
    public void Without_tracking_no_folio_mapped_twice_is_decided()
    {
        (int falseShared, int falseExclusive, int undecided) = Errors("none");
        Assert.True(undecided > 0);
        Assert.Equal((0, 0), (falseShared, falseExclusive));
    }

    [Fact]
    public void Owner_tracking_forgets_a_third_mm_until_one_mapping_is_left()
    {
        using RivalWorld world = new("owner-tracking");
        ITracking tracking = world.Tracking;
        Folio folio = world.Tracker.NewFolio(Order);
        AddressSpace first = world.Tracker.NewMm(), second = world.Tracker.NewMm(), third = world.Tracker.NewMm();
        tracking.Map(folio, first, 0, 1);
        Assert.Equal(Sharing.Exclusive, tracking.Decide(folio, first, 1).Answer);
        tracking.Map(folio, second, 0, 1);
        tracking.Map(folio, third, 0, 2);
        tracking.Unmap(folio, first, 0, 1, out _);
        tracking.Unmap(folio, second, 0, 1, out _);
        Assert.Equal(Sharing.Shared, tracking.Decide(folio, third, 1).Answer);
        tracking.Unmap(folio, third, 0, 1, out _);
        Assert.Equal(Sharing.Exclusive, tracking.Decide(folio, third, 1).Answer);
        tracking.Unmap(folio, third, 1, 1, out _);
        Assert.Equal(FolioDefect.None, world.Tracker.Drop(folio));
    }

    [Fact]
    public void Numbered_sections_count_up_from_one()
    {
        foreach (string name in RivalWorld.Names)
        {
            using RivalWorld world = new(name);
            ITracking tracking = world.Tracking;
            if (tracking.Format.Shift == 0)
            {
                continue;
            }

            Folio folio = world.Tracker.NewFolio(Order);
            AddressSpace mm = world.Tracker.NewMm();
            for (int section = 1; section <= 5; section++)
            {
                Assert.Equal((name, section), (name, (int)tracking.Map(folio, mm, section, 1)));
                Assert.Equal(ReadResult.Accepted, tracking.TryRead(folio, out Snapshot snapshot));
                Assert.Equal((name, section, section),
                    (name, snapshot.Mapcount, (int)(snapshot.Word >>> tracking.Format.Shift)));
            }
        }
    }

    [Fact]
    public void Every_rival_but_the_undecided_one_reuses_a_folio_set_by_one_mm_and_copies_a_pinned_one()
    {
        foreach (string name in RivalWorld.Names)
        {
            using RivalWorld world = new(name);
            ITracking tracking = world.Tracking;
            Assert.True(world.Tracker.Folios.TryAllocate(out Folio folio));
            world.Tracker.Folios.Prepare(folio, Order, incarnation: 1);
            AddressSpace mm = world.Tracker.NewMm();
            tracking.Set(folio, mm, 0, Pages);
            world.Tracker.Folios.Publish(folio, Pages);
            ReuseAnswer expected = world.Precision == Precision.Undecided
                ? ReuseAnswer.NotExclusive
                : ReuseAnswer.Reuse;
            Assert.Equal((name, expected), (name, tracking.CanReuse(folio, mm).Answer));
            Assert.True(ReferenceCount.TryGet<Atomics.HardwareMemory>(ref Count(folio)));
            Assert.Equal((name, ReuseAnswer.OtherReferences), (name, tracking.CanReuse(folio, mm).Answer));
            tracking.Unmap(folio, mm, 0, Pages, out int left);
            Assert.Equal((name, 1), (name, left));
            Assert.Equal((name, FolioDefect.None), (name, world.Tracker.Drop(folio)));
        }
    }

    [Fact]
    public void A_rival_leaves_nothing_to_the_next_life_of_a_folio_and_reports_what_is_left()
    {
        foreach (string name in RivalWorld.Names)
        {
            using RivalWorld world = new(name);
            AddressSpace mm = world.Tracker.NewMm();
            Assert.True(world.Tracker.Folios.TryAllocate(out Folio folio));
            world.Tracker.Folios.Prepare(folio, Order, incarnation: 1);
            world.Tracking.Set(folio, mm, 0, 3);

            // The maker gives up and begins anew, without first mappings.
            world.Tracker.Folios.Prepare(folio, Order, incarnation: 2);
            world.Tracker.Folios.Publish(folio, references: 1);
            Assert.Equal((name, Sharing.Unmapped), (name, world.Tracking.Decide(folio, mm, 1).Answer));
            world.Tracking.Map(folio, mm, 0, 1);
            Assert.Equal((name, Sharing.Exclusive), (name, world.Tracking.Decide(folio, mm, 1).Answer));
            Assert.NotEqual((name, FolioDefect.None), (name, world.Tracker.Folios.Free(folio)));
            world.Tracking.Unmap(folio, mm, 0, 1, out _);
            Assert.Equal((name, FolioDefect.None), (name, world.Tracker.Drop(folio)));
        }
    }

    [Theory]
    [InlineData("lock")]
    [InlineData("immutable")]
    [InlineData("split-line shared")]
    [InlineData("split-line exclusive")]
    public void A_value_left_by_two_mms_is_a_defect_wherever_the_values_lie(string name)
    {
        using RivalWorld world = new(name);
        Folio folio = world.Tracker.NewFolio(Order);
        AddressSpace mm = world.Tracker.NewMm(), other = world.Tracker.NewMm();
        world.Tracking.Map(folio, mm, 0, 1);
        world.Tracking.Unmap(folio, other, 0, 1, out _);
        Assert.False(world.Tracker.Folios.TrySplit(folio, 2, incarnation: 2, out FolioDefect defect));
        Assert.Equal(FolioDefect.ValueLeft, defect);
        Assert.Equal(FolioDefect.ValueLeft, world.Tracker.Drop(folio));
    }

    [Fact]
    public void Concurrent_sections_of_every_rival_add_up()
    {
        foreach (string name in RivalWorld.Names)
        {
            using RivalWorld world = new(name);
            ITracking tracking = world.Tracking;
            const int Sections = 20_000;
            Folio folio = world.Tracker.NewFolio(Order);
            AddressSpace[] mms = [world.Tracker.NewMm(), world.Tracker.NewMm(), world.Tracker.NewMm()];
            Parallel.ForEach(mms, mm =>
            {
                for (int section = 0; section < Sections; section++)
                {
                    tracking.Map(folio, mm, section % Pages, 1);
                    tracking.Unmap(folio, mm, section % Pages, 1, out _);
                }
            });
            Assert.Equal((name, ReadResult.Accepted), (name, tracking.TryRead(folio, out Snapshot snapshot)));
            Assert.Equal((name, 0), (name, snapshot.Mapcount));
            Assert.Equal((name, Sharing.Unmapped), (name, tracking.Decide(folio, mms[0], 1).Answer));
            Assert.Equal((name, FolioDefect.None), (name, world.Tracker.Drop(folio)));
        }
    }

    private static unsafe ref int Count(Folio folio) => ref folio.State->References;

    private static (int FalseShared, int FalseExclusive, int Undecided) Errors(string name)
    {
        (int falseShared, int falseExclusive, int undecided) = (0, 0, 0);
        Histories.Sample(
            history =>
            {
                using RivalWorld world = new(name);
                ITracking tracking = world.Tracking;
                Folio folio = world.Tracker.NewFolio(Order);
                AddressSpace[] mms = [.. Enumerable.Range(0, Mms).Select(_ => world.Tracker.NewMm())];
                bool[,] maps = new bool[Mms, Pages];
                foreach ((int who, int first, int count) in history)
                {
                    Toggle(tracking, folio, mms[who], maps, who, first, Math.Min(count, Pages - first));
                    for (int asker = 0; asker < Mms; asker++)
                    {
                        Judge(tracking.Decide(folio, mms[asker], 1).Answer, maps, asker);
                    }
                }
            },
            iter: 400,
            threads: 1);
        return (falseShared, falseExclusive, undecided);

        void Judge(Sharing answer, bool[,] maps, int asker)
        {
            int own = Mapped(maps, asker);
            int total = Enumerable.Range(0, Mms).Sum(mm => Mapped(maps, mm));
            if (own == 0)
            {
                return; // The kernel asks on behalf of MMs that map the folio.
            }

            // More mappings than pages mean "shared" by definition.
            bool exclusive = own == total;
            falseShared += answer == Sharing.Shared && exclusive ? 1 : 0;
            falseExclusive += answer is Sharing.Exclusive && !exclusive ? 1 : 0;
            undecided += answer == Sharing.MaybeShared ? 1 : 0;
            Assert.NotEqual(Sharing.Unmapped, answer);
        }
    }

    private static int Mapped(bool[,] maps, int mm) => Enumerable.Range(0, Pages).Count(page => maps[mm, page]);

    /// <summary>Unmaps the pages of a range that the MM maps, or maps the whole range if it maps none of it.</summary>
    private static void Toggle(ITracking tracking, Folio folio, AddressSpace mm, bool[,] maps, int who,
        int first, int count)
    {
        int[] mapped = [.. Enumerable.Range(first, count).Where(page => maps[who, page])];
        if (mapped.Length == 0)
        {
            tracking.Map(folio, mm, first, count);
        }

        foreach (int page in mapped)
        {
            tracking.Unmap(folio, mm, page, 1, out _);
        }

        for (int page = first; page < first + count; page++)
        {
            maps[who, page] = mapped.Length == 0;
        }
    }
}
