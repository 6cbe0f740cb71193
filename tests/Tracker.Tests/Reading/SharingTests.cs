using CsCheck;
using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.SubIds;
using Tracker.Tracking;

namespace Tracker.Tests.Reading;

public sealed class SharingTests
{
    private const int Mms = 4;

    private static readonly SubIdScheme[] Schemes =
        [.. SubIdScheme.All.Where(scheme => scheme != SubIdScheme.RmapIdPosted)];

    [Fact]
    public void Every_decision_of_a_random_history_equals_a_count_for_each_mm() =>
        Gen.Select(Gen.Int[2, 15], Gen.Int[0, Schemes.Length - 1].Select(index => Schemes[index]),
            Gen.Int[0, TrackerWorld.Protocols.Count - 1],
            Gen.Select(Gen.Int[0, Mms - 1], Gen.Int[-40, 40]).Array[1, 60])
            .Sample((order, scheme, protocol, steps) =>
            {
                ITracking tracking = TrackerWorld.Protocols[protocol];
                using TrackerWorld world = new(scheme, tracking: tracking);
                Folio folio = world.NewFolio(order);
                AddressSpace[] mms = [.. Enumerable.Range(0, Mms).Select(_ => world.NewMm())];
                int[] counts = new int[Mms];
                foreach ((int who, int wanted) in steps)
                {
                    Apply(tracking, folio, mms[who], ref counts[who], wanted);
                    AssertDecisions(tracking, folio, mms, counts);
                }
            }, iter: 300);

    [Fact]
    public void Values_come_back_exact_after_more_mappings_than_pages()
    {
        foreach (ITracking tracking in TrackerWorld.Protocols)
        {
            foreach (int order in new[] { 2, 5, 9, 10, 12, 15 })
            {
                using TrackerWorld world = new(tracking: tracking);
                Folio folio = world.NewFolio(order);
                AddressSpace mm = world.NewMm();
                AddressSpace other = world.NewMm();
                tracking.Map(folio, mm, 0, folio.Pages);
                Assert.Equal(Sharing.Exclusive, tracking.Decide(folio, mm, 1).Answer);

                tracking.Map(folio, other, 0, folio.Pages);
                Decision beyond = tracking.Decide(folio, mm, 1);
                Assert.Equal((Sharing.Shared, false), (beyond.Answer, beyond.Rechecked));

                tracking.Unmap(folio, other, 0, folio.Pages, out _);
                Assert.Equal(Sharing.Exclusive, tracking.Decide(folio, mm, 1).Answer);
                tracking.Unmap(folio, mm, 0, folio.Pages, out int left);
                Assert.Equal(1, left);
                Assert.Equal(FolioDefect.None, world.Drop(folio));
            }
        }
    }

    /// <summary>As while a huge page is remapped: P entries of a page table, and one of the table above it.</summary>
    [Fact]
    public void A_sole_owner_is_shared_at_one_mapping_more_than_pages_and_exclusive_before_and_after()
    {
        foreach (ITracking tracking in TrackerWorld.Protocols)
        {
            using TrackerWorld world = new(tracking: tracking);
            Folio folio = world.NewFolio(9);
            AddressSpace mm = world.NewMm();
            tracking.Map(folio, mm, 0, 1);
            Assert.Equal(Sharing.Exclusive, tracking.Decide(folio, mm, 1).Answer);
            tracking.Map(folio, mm, 0, folio.Pages);
            Assert.Equal((Sharing.Shared, false, 513), Seen(tracking.Decide(folio, mm, 1)));
            Assert.Equal(ReuseAnswer.TooManyMappings, tracking.CanReuse(folio, mm).Answer);
            tracking.Unmap(folio, mm, 0, 1, out _);
            Assert.Equal((Sharing.Exclusive, true, 512), Seen(tracking.Decide(folio, mm, 1)));
        }

        static (Sharing, bool, int) Seen(Decision decision) => (decision.Answer, decision.Rechecked, decision.Mapcount);
    }

    [Fact]
    public void A_folio_that_is_assumed_to_be_shared_has_a_mapcount_and_no_values_and_is_never_exclusive()
    {
        foreach (ITracking tracking in TrackerWorld.Protocols)
        {
            using TrackerWorld world = new(tracking: tracking);
            AddressSpace mm = world.NewMm();
            Folio folio = world.NewFolio(9, kind: FolioKind.AssumedShared);
            Assert.Equal((9, 512, 0), (folio.Order, folio.Pages, folio.Shape.ValueCount));
            Assert.Equal(Sharing.Unmapped, tracking.Decide(folio, mm, 1).Answer);
            tracking.Map(folio, mm, 0, 1);
            Assert.Equal(Sharing.Shared, tracking.Decide(folio, mm, 1).Answer);
            DropOwn(folio);
            Assert.Equal(ReuseAnswer.TooManyMappings, tracking.CanReuse(folio, mm).Answer);
            Assert.Equal(ReadResult.Accepted, tracking.TryRead(folio, out Snapshot snapshot));
            Assert.Equal(1, snapshot.Mapcount);
            Assert.False(((ReadOnlySpan<long>)snapshot.Values).ContainsAnyExcept(0));
            tracking.Unmap(folio, mm, 0, 1, out int left);
            Assert.Equal(0, left);
            Assert.Equal(FolioDefect.None, world.Folios.Free(folio));
        }
    }

    [Fact]
    public void Set_then_publish_equals_mapping()
    {
        using TrackerWorld world = new();
        AddressSpace mm = world.NewMm();
        Assert.True(world.Folios.TryAllocate(out Folio folio));
        world.Folios.Prepare(folio, 9, incarnation: 1);
        TrackerWorld.Shared.Set(folio, mm, 0, 512);
        world.Folios.Publish(folio, 512);
        Assert.Equal(ReadResult.Accepted, TrackerWorld.Shared.TryRead(folio, out Snapshot snapshot));
        Assert.Equal(512, snapshot.Mapcount);
        Assert.Equal(ReuseAnswer.Reuse, TrackerWorld.Shared.CanReuse(folio, mm).Answer);
    }

    [Fact]
    public void Reuse_gives_up_for_every_reason_in_turn()
    {
        using TrackerWorld world = new();
        Folio folio = world.NewFolio(4);
        AddressSpace mm = world.NewMm();
        AddressSpace other = world.NewMm();
        var tracking = TrackerWorld.Shared;
        tracking.Map(folio, mm, 0, 8);
        Assert.Equal(ReuseAnswer.OtherReferences, tracking.CanReuse(folio, mm).Answer);
        DropOwn(folio);
        Assert.Equal(ReuseAnswer.Reuse, tracking.CanReuse(folio, mm).Answer);
        tracking.Map(folio, other, 0, 8);
        Assert.Equal(ReuseAnswer.NotExclusive, tracking.CanReuse(folio, mm).Answer);
        tracking.Map(folio, other, 0, 1);
        Assert.Equal(ReuseAnswer.TooManyMappings, tracking.CanReuse(folio, mm).Answer);
    }

    [Fact]
    public unsafe void A_writer_inside_turns_readers_away()
    {
        using TrackerWorld world = new();
        Folio folio = world.NewFolio(4);
        AddressSpace mm = world.NewMm();
        var tracking = TrackerWorld.Shared;
        tracking.Map(folio, mm, 0, 1);
        folio.State->Sequence++;
        Assert.Equal(ReadResult.WriterInside, tracking.TryRead(folio, out _));
        Assert.Equal(Sharing.MaybeShared, tracking.Decide(folio, mm, 3).Answer);
        Assert.Equal(3, tracking.Decide(folio, mm, 3).Retries);
        Assert.Equal(ReuseAnswer.WriterInside, tracking.CanReuse(folio, mm).Answer);
    }

    private static void Apply(ITracking tracking, Folio folio, AddressSpace mm, ref int count, int wanted)
    {
        int change = wanted > 0 ? Math.Min(wanted, folio.Pages) : Math.Max(wanted, -Math.Min(count, folio.Pages));
        count += change;
        if (change > 0)
        {
            tracking.Map(folio, mm, 0, change);
        }
        else if (change < 0)
        {
            tracking.Unmap(folio, mm, 0, -change, out _);
        }
    }

    private static void AssertDecisions(ITracking tracking, Folio folio, AddressSpace[] mms, int[] counts)
    {
        int total = counts.Sum();
        for (int who = 0; who < mms.Length; who++)
        {
            Sharing expected = total == 0 ? Sharing.Unmapped
                : total <= folio.Pages && counts[who] == total ? Sharing.Exclusive
                : Sharing.Shared;
            Assert.Equal(expected, tracking.Decide(folio, mms[who], 1).Answer);
        }
    }

    private static unsafe void DropOwn(Folio folio) => folio.State->References--;
}
