using CsCheck;
using Proof.Counterexamples;

namespace Proof.Tests;

public class FewestGroupsTests
{
    private static readonly Gen<(int[] Counts, int Capacity)> Cases =
        from counts in Gen.Int[0, 14].Array[1, 7]
        where counts.Any(count => count > 0)
        from spare in Gen.Int[0, 4]
        select (counts, counts.Max() + spare);

    [Fact]
    public void Groups_fit_and_every_count_is_a_sum_of_some() =>
        Cases.Sample(test =>
        {
            int[] groups = FewestGroups.Find(test.Counts, test.Capacity);
            Assert.All(groups, group => Assert.True(group > 0));
            Assert.True(groups.Sum() <= test.Capacity);
            Assert.All(test.Counts, count => Assert.NotNull(FewestGroups.Subset(groups, count)));
        });

    [Fact]
    public void Up_to_four_groups_no_fewer_would_do()
    {
        int[] seen = new int[8];
        Cases.Sample(test =>
        {
            int found = FewestGroups.Find(test.Counts, test.Capacity).Length;
            int fewest = Enumerable.Range(1, 4).FirstOrDefault(size => CanCover(test.Counts, size, test.Capacity), 5);
            Assert.True(found == fewest || (found > 4 && fewest >= 4), $"{found} groups found, {fewest} suffice");
            Interlocked.Increment(ref seen[fewest]);
        });
        Assert.All(Enumerable.Range(1, 4), size => Assert.True(seen[size] > 0, $"no case of {size} groups"));
    }

    /// <summary>Tries every choice of groups in ascending order.</summary>
    private static bool CanCover(int[] counts, int size, int capacity, params int[] chosen) =>
        size == 0
            ? counts.All(count => FewestGroups.Subset(chosen, count) is not null)
            : Enumerable.Range(1, capacity).Any(group =>
                group >= chosen.LastOrDefault()
                && chosen.Sum() + (group * size) <= capacity
                && CanCover(counts, size - 1, capacity, [.. chosen, group]));
}
