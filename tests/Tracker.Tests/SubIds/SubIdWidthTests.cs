using System.Numerics;
using CsCheck;
using Tracker.SubIds;

namespace Tracker.Tests.SubIds;

/// <summary>
/// Width, weights and chunks against sums of whole numbers, for words of any width: those that a scheme may not have
/// show where a condition meets its bound.
/// </summary>
public sealed class SubIdWidthTests
{
    private const int Orders = 16;
    private const int MostBits = 24;

    [Fact]
    public void A_class_fits_its_word_just_if_all_pages_with_the_largest_sub_id_sum_to_less_than_its_range()
    {
        int met = 0;
        foreach (SubIdClass subIds in Classes())
        {
            BigInteger sum = subIds.Pages * Weights(subIds).Aggregate(BigInteger.Zero, BigInteger.Add);
            // Each width, and with it each bound that lies just above, just below or on the sum.
            for (int width = 1; width <= 64; width++)
            {
                SubIdClass wide = subIds with { WordBits = width };
                Assert.True(sum < BigInteger.Pow(2, width) == wide.FitsWord(), $"{wide}: {sum}");
                met += sum == BigInteger.Pow(2, width) ? 1 : 0;
            }
        }

        Assert.True(met > 0, "no class has a sum that is just one too many");
    }

    [Fact]
    public void A_sub_id_is_the_sum_of_its_bits_weights_in_the_upper_bits_whatever_the_words_width() =>
        Gen.Select(One(Classes()), Gen.Int[1, 64], Gen.Int[0, (1 << MostBits) - 1]).Sample(
            (subIds, width, any) =>
            {
                SubIdClass wide = subIds with { WordBits = width };
                int chunk = any & ((1 << wide.BitsPerValue) - 1);
                BigInteger sum = Weights(wide).Where((_, bit) => ((chunk >> bit) & 1) != 0)
                    .Aggregate(BigInteger.Zero, BigInteger.Add);
                BigInteger word = (sum % BigInteger.Pow(2, width)) << (64 - width);
                Assert.Equal((ulong)word, (ulong)wide.Generate(chunk));
            },
            iter: 20_000);

    [Fact]
    public void The_chunks_of_an_id_put_behind_each_other_are_the_id() =>
        Gen.Select(One(SubIdScheme.All.SelectMany(scheme => scheme.Classes)), Gen.Int[1, RmapId.Max])
            .Where((subIds, id) => id <= subIds.MaxId)
            .Sample((subIds, id) =>
            {
                int[] chunks = [.. Enumerable.Range(0, subIds.Values).Select(value => subIds.Chunk(id, value))];
                Assert.All(chunks, chunk => Assert.InRange(chunk, 0, (1 << subIds.BitsPerValue) - 1));
                Assert.Equal(id, chunks.Select((chunk, value) => (long)chunk << (value * subIds.BitsPerValue)).Sum());
            });

    /// <summary>
    /// Both kinds of weights, every order and number of bits, also those too many for a word of 64 where weights are
    /// added; bits that are spread have to lie in the word.
    /// </summary>
    private static IEnumerable<SubIdClass> Classes() =>
        from spread in new[] { false, true }
        from order in Enumerable.Range(0, Orders)
        from bits in Enumerable.Range(1, MostBits)
        where !spread || bits * (order + 1) <= 64
        select new SubIdClass(order, order, 1, bits) { SpreadBits = spread };

    private static Gen<SubIdClass> One(IEnumerable<SubIdClass> classes)
    {
        SubIdClass[] all = [.. classes];
        return Gen.Int[0, all.Length - 1].Select(index => all[index]);
    }

    private static IEnumerable<BigInteger> Weights(SubIdClass subIds)
    {
        BigInteger pages = BigInteger.Pow(2, subIds.MaxOrder);
        BigInteger radix = subIds.SpreadBits ? 2 * pages : pages + 1;
        return Enumerable.Range(0, subIds.BitsPerValue).Select(bit => BigInteger.Pow(radix, bit));
    }
}
