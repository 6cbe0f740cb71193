using System.Numerics;
using CsCheck;
using Tracker.SubIds;

namespace Tracker.Tests.SubIds;

public sealed class SubIdDefinitionTests
{
    [Fact]
    public void Every_sub_id_of_every_class_is_the_sum_of_its_bits_weights()
    {
        foreach (SubIdClass subIds in SubIdScheme.All.SelectMany(scheme => scheme.Classes).Distinct())
        {
            BigInteger[] weights = [
                .. Enumerable.Range(0, subIds.BitsPerValue).Select(bit => BigInteger.Pow(subIds.Radix, bit))];
            foreach (int chunk in Chunks(subIds))
            {
                BigInteger sum = weights.Where((_, bit) => ((chunk >> bit) & 1) != 0)
                    .Aggregate(BigInteger.Zero, BigInteger.Add);
                BigInteger word = (sum % BigInteger.Pow(2, subIds.WordBits)) << (64 - subIds.WordBits);
                Assert.Equal((ulong)word, (ulong)subIds.Generate(chunk));
                Assert.Equal(subIds.Generate(chunk), SubIdTables.SubId(subIds, chunk));
            }
        }
    }

    [Fact]
    public void Spread_bits_are_the_bits_of_the_chunk_with_zeros_between()
    {
        SubIdClass subIds = SubIdScheme.SpreadBits.ClassOf(7);
        Assert.Equal(0x01_00_01_01_00_00_00_01, subIds.Generate(0b10110001));
        Assert.Equal(0x01_01_01_01_01_01_01_01, subIds.Generate(0b11111111));
    }

    /// <summary>All chunks, or every 4093rd of the 2^24.</summary>
    private static IEnumerable<int> Chunks(SubIdClass subIds)
    {
        int step = subIds.BitsPerValue > 12 ? 4093 : 1;
        for (int chunk = 0; chunk < 1 << subIds.BitsPerValue; chunk += step)
        {
            yield return chunk;
        }
    }

    /// <summary>
    /// A folio has room for 6 values and an MM for their sub-IDs: a seventh would be written past both.
    /// </summary>
    [Theory]
    [InlineData(2, 15, 7, 4, "1 to 6 values")]
    [InlineData(2, 15, 0, 4, "1 to 6 values")]
    [InlineData(2, 9, 3, 8, "overflows a word with 512 mappings")]
    [InlineData(2, 15, 6, 5, "overflows")]
    [InlineData(2, 9, 3, 0, "1 to 24 bits")]
    [InlineData(2, 2, 1, 25, "1 to 24 bits")]
    [InlineData(1, 9, 4, 6, "orders 2 to 15")]
    [InlineData(13, 16, 6, 3, "orders 2 to 15")]
    [InlineData(9, 8, 4, 6, "covers no order")]
    public void A_class_that_does_not_fit_is_refused_when_the_scheme_is_made(int minOrder, int maxOrder, int values,
        int bits, string because)
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(
            () => new SubIdScheme("broken", new SubIdClass(minOrder, maxOrder, values, bits)));
        Assert.Contains(because, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, 3, 32, "overflows a word with 32768 mappings")]
    [InlineData(9, 2, 32, "1 to 8 values")]
    [InlineData(8, 2, 64, "1 to 6 values")]
    [InlineData(8, 2, 48, "32 or 64 bits")]
    public void A_class_for_32_bit_machines_has_up_to_8_values_of_2_bits(int values, int bits, int word, string because)
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(
            () => new SubIdScheme("broken", new SubIdClass(2, 15, values, bits) { WordBits = word }));
        Assert.Contains(because, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sums_of_a_value_of_32_bits_wrap_where_words_of_32_bits_do()
    {
        SubIdClass subIds = SubIdScheme.RmapId32.Classes.Single();
        Gen.Select(Gen.Int[0, 3], Gen.Int[-200_000, 200_000]).Array[1, 50].Sample(mappings =>
        {
            uint small = 0;
            long word = 0;
            foreach ((int chunk, int count) in mappings)
            {
                uint subId = (uint)(((chunk & 1) == 0 ? 0 : 1) + ((chunk & 2) == 0 ? 0 : 32769));
                small = unchecked(small + (subId * (uint)count));
                word = unchecked(word + (subIds.Generate(chunk) * count));
            }

            Assert.Equal((long)small << 32, word);
        });
    }

    [Fact]
    public void Classes_with_a_gap_an_overlap_or_one_place_for_two_are_refused()
    {
        Refused("behind order 4", new(2, 4, 2, 12), new(6, 9, 3, 7));
        Refused("behind order 9", new(2, 9, 3, 7), new(9, 10, 4, 6));
        Refused("same number of values", new(2, 9, 4, 6), new(10, 10, 4, 6));
        Refused("no place for another", new(2, 4, 2, 12), new(5, 15, 8, 2) { WordBits = 32 });
        Refused("no class");

        static void Refused(string because, params SubIdClass[] classes) => Assert.Contains(
            because, Assert.Throws<ArgumentException>(() => new SubIdScheme("broken", classes)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_scheme_but_the_posted_one_fits_its_words() =>
        Assert.Equal(
            [SubIdScheme.RmapIdPosted],
            SubIdScheme.All.Where(scheme => !scheme.Classes.All(each => each.FitsWord())));
}
