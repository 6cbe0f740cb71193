using System.Numerics;
using Proof.Counterexamples;
using Tracker.SubIds;

namespace Proof.Tests;

public class CounterexampleTests
{
    public static TheoryData<int> RefutedOrders => [7, 8, 9];

    [Theory]
    [MemberData(nameof(RefutedOrders))]
    public void Every_counterexample_holds_in_big_integers(int order)
    {
        Assert.All(Refute(order).All, found =>
        {
            Assert.All(found.Mappings, mapping => Assert.InRange(mapping.Id, 1, (1 << 24) - 1));
            Assert.All(found.Mappings, mapping => Assert.True(mapping.Count > 0));
            Assert.Equal(found.Mappings.Count, found.Mappings.DistinctBy(mapping => mapping.Id).Count());
            Assert.InRange(found.Mappings.Sum(mapping => mapping.Count), 2, 1 << order);
            Assert.Contains(found.Mappings, mapping => mapping.Id != found.Id);
            for (int chunk = 0; chunk < 3; chunk++)
            {
                BigInteger left = 0;
                BigInteger alone = 0;
                foreach (MappingCount mapping in found.Mappings)
                {
                    left += mapping.Count * PostedSubId(mapping.Id, chunk);
                    alone += mapping.Count * PostedSubId(found.Id, chunk);
                }

                Assert.Equal(alone % BigInteger.Pow(2, 64), left % BigInteger.Pow(2, 64));
            }
        });
    }

    [Theory]
    [MemberData(nameof(RefutedOrders))]
    public void The_main_counterexample_fools_an_MM_that_maps(int order)
    {
        Counterexample main = Refute(order).Main;
        Assert.True(main.IdMaps);
        Assert.Equal(71, main.Total);
        Assert.Equal(5, main.Mappings.Count);
    }

    [Theory]
    [MemberData(nameof(RefutedOrders))]
    public void The_check_of_a_counterexample_fails_on_every_change(int order)
    {
        SubIdClass posted = SubIdScheme.RmapIdPosted.ClassOf(order);
        SubIdClass corrected = SubIdScheme.RmapIdCompact.ClassOf(order);
        Assert.All(Refute(order).All, found =>
        {
            Assert.True(found.Refutes(posted, 1 << order));
            Assert.False(found.Refutes(corrected, 1 << order));
            Assert.False(found.Refutes(posted, found.Total - 1));
            Assert.False((found with { Id = found.Id ^ 1 }).Refutes(posted, 1 << order));
            Assert.False((found with { Mappings = [new(found.Id, found.Total)] }).Refutes(posted, 1 << order));
            Assert.False((found with { Mappings = [.. found.Mappings, new(0, 1)] }).Refutes(posted, 1 << order));
            MappingCount other = found.Mappings.First(mapping => mapping.Id != found.Id);
            MappingCount[] rest = [.. found.Mappings.Where(mapping => mapping != other)];
            Assert.False((found with { Mappings = [other with { Count = other.Count + 1 }, .. rest] })
                .Refutes(posted, 1 << order));
        });
    }

    private static Refutation Refute(int order) =>
        ClassProver.Prove(SubIdScheme.RmapIdPosted.ClassOf(order), order).Refutation!;

    /// <summary>From the text of patch 07, not from the tracker: bit b of an 8-bit chunk weighs 513^b.</summary>
    private static BigInteger PostedSubId(int id, int chunk) => Enumerable.Range(0, 8)
        .Where(bit => ((id >> ((8 * chunk) + bit)) & 1) != 0)
        .Select(bit => BigInteger.Pow(513, bit))
        .Aggregate(BigInteger.Zero, BigInteger.Add);
}
