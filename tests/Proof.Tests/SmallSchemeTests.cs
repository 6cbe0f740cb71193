namespace Proof.Tests;

/// <summary>
/// The property itself, tried on every multiset for small folios and few bits: no digits, no lattice, nothing of the
/// prover.
/// </summary>
public class SmallSchemeTests
{
    [Theory]
    [InlineData(2, 2, 4)]
    [InlineData(2, 3, 5)]
    [InlineData(2, 4, 7)]
    [InlineData(3, 2, 4)]
    [InlineData(3, 3, 6)]
    [InlineData(4, 2, 5)]
    [InlineData(4, 3, 7)]
    public void No_other_sub_ids_sum_up_to_a_multiple_of_one(int pages, int bits, int wordBits)
    {
        Assert.Equal(wordBits, int.Log2((int)Math.Pow(pages + 1, bits) - 1) + 1);
        Assert.Empty(Collisions(pages, bits, wordBits));
    }

    [Theory]
    [InlineData(2, 2, 3)]
    [InlineData(2, 3, 4)]
    [InlineData(2, 4, 6)]
    [InlineData(3, 2, 3)]
    [InlineData(3, 3, 5)]
    [InlineData(4, 2, 4)]
    [InlineData(4, 3, 6)]
    public void In_a_word_one_bit_narrower_some_do(int pages, int bits, int wordBits) =>
        Assert.NotEmpty(Collisions(pages, bits, wordBits));

    [Fact]
    public void More_mappings_than_pages_may_sum_up_to_a_multiple_of_one() =>
        // The patch's example: 2 times 17 from 4 others, 2 times 16 and 2 times 1, with 3 pages.
        Assert.Equal(2 * SubId(0b101, pages: 3), (2 * SubId(0b100, pages: 3)) + (2 * SubId(0b001, pages: 3)));

    /// <summary>Every 1 to c sub-IDs, not all of them c copies of x, that sum up to c times x.</summary>
    private static IEnumerable<(int C, int X, int[] Others)> Collisions(int pages, int bits, int wordBits) =>
        from c in Enumerable.Range(1, pages)
        from x in Enumerable.Range(1, (1 << bits) - 1)
        from count in Enumerable.Range(1, c)
        from others in Multisets(count, (1 << bits) - 1)
        where count != c || others.Any(other => other != x)
        where (others.Sum(other => SubId(other, pages)) - (c * SubId(x, pages))) % (1 << wordBits) == 0
        select (c, x, others);

    private static IEnumerable<int[]> Multisets(int count, int largest) => count == 0
        ? [[]]
        : from last in Enumerable.Range(0, largest + 1)
          from others in Multisets(count - 1, last)
          select (int[])[.. others, last];

    private static int SubId(int chunk, int pages) =>
        chunk == 0 ? 0 : (chunk & 1) + ((pages + 1) * SubId(chunk >> 1, pages));
}
