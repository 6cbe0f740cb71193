using CsCheck;
using Proof;
using Proof.Counterexamples;
using Runs.Refutations;
using Tracker.SubIds;

namespace Runs.Tests.Refutations;

public class ReplayTests
{
    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    public void The_tracker_falls_for_every_counterexample_and_the_corrected_scheme_does_not(int order)
    {
        Refutation refutation = ClassProver.Prove(SubIdScheme.RmapIdPosted.ClassOf(order), order).Refutation!;
        Assert.All(refutation.All, found =>
        {
            Assert.Contains(found.Mappings, mapping => mapping.Id != found.Id);
            Assert.Equal(
                new ReplayAnswer("rmap-id-posted", Exclusive: true, MayReuse: true),
                TrackerReplay.Run(SubIdScheme.RmapIdPosted, order, found));
            Assert.Equal(
                new ReplayAnswer("rmap-id-compact", Exclusive: false, MayReuse: false),
                TrackerReplay.Run(SubIdScheme.RmapIdCompact, order, found));
            Assert.False(TrackerReplay.Run(SubIdScheme.RmapId, order, found).Exclusive);
            Assert.False(TrackerReplay.Run(SubIdScheme.SpreadBits, order, found).Exclusive);
        });
    }

    [Fact]
    public void One_mapping_more_by_another_MM_and_the_posted_scheme_is_right_again()
    {
        Counterexample found = ClassProver.Prove(SubIdScheme.RmapIdPosted.ClassOf(7), 7).Refutation!.Main;
        Counterexample more = found with { Mappings = [.. found.Mappings, new MappingCount(1, 1)] };
        Assert.False(TrackerReplay.Run(SubIdScheme.RmapIdPosted, 7, more).Exclusive);
    }

    [Fact]
    public void At_full_size_the_schemes_for_use_say_exclusive_for_one_MM_only()
    {
        int exclusive = 0;
        int shared = 0;
        Cases.Sample(
            test =>
            {
                bool isAlone = test.Mappings.Mappings.All(mapping => mapping.Id == test.Mappings.Id);
                Assert.Equal(isAlone, TrackerReplay.Run(test.Scheme, test.Order, test.Mappings).Exclusive);
                Interlocked.Increment(ref isAlone ? ref exclusive : ref shared);
            },
            iter: 2000);
        Assert.True(exclusive > 20 && shared > 1000, $"{exclusive} exclusive, {shared} shared");
    }

    /// <summary>
    /// One MM that asks, and up to five others whose IDs differ from its own in few bits, with counts that fill the
    /// folio: what is most likely to be taken for something else.
    /// </summary>
    private static readonly Gen<(SubIdScheme Scheme, int Order, Counterexample Mappings)> Cases =
        from scheme in Gen.Int[0, 2].Select(index => SubIdScheme.All[index])
        from order in Gen.Int[2, 15]
        from id in Gen.Int[1, scheme.MaxId]
        from own in Gen.Int[0, 1 << order]
        from others in Gen.Select(Gen.Int[0, 23].Array[1, 3], Gen.Int[1, 1 << order]).Array[0, 5]
        select (scheme, order, Fill(scheme, 1 << order, id, own, others));

    private static Counterexample Fill(SubIdScheme scheme, int pages, int id, int own, (int[] Bits, int Count)[] others)
    {
        List<MappingCount> mappings = own > 0 || others.Length == 0 ? [new(id, Math.Max(1, own))] : [];
        foreach ((int[] bits, int count) in others)
        {
            int other = bits.Aggregate(id, (changed, bit) => changed ^ (1 << bit)) & scheme.MaxId;
            int room = pages - mappings.Sum(mapping => mapping.Count);
            if (other != 0 && room > 0 && mappings.All(mapping => mapping.Id != other))
            {
                mappings.Add(new(other, Math.Min(count, room)));
            }
        }

        return new Counterexample(id, mappings.Count > 0 ? mappings : [new(id, 1)]);
    }
}
