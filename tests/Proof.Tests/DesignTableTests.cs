using System.Numerics;
using Proof.Arithmetic;
using Proof.Design;
using Tracker.SubIds;

namespace Proof.Tests;

public class DesignTableTests
{
    [Fact]
    public void The_table_has_every_order_of_every_layout() =>
        Assert.Equal(
            from layout in DesignTable.Layouts
            from order in Enumerable.Range(2, 29)
            select (layout.WordBits, layout.SpreadBits, order),
            DesignTable.Rows().Select(row => (row.WordBits, row.SpreadBits, row.Order)));

    [Fact]
    public void The_bits_of_a_value_are_the_most_that_the_proof_allows() =>
        Assert.All(DesignTable.Rows(), row =>
        {
            int pages = 1 << row.Order;
            long radix = row.SpreadBits ? 2L * pages : pages + 1L;
            Assert.True(new DigitSystem(radix, row.BitsPerValue, row.WordBits).NeverCarries(pages));
            Assert.False(new DigitSystem(radix, row.BitsPerValue + 1, row.WordBits).NeverCarries(pages));
        });

    [Fact]
    public void Digits_in_base_pages_plus_one_fit_while_their_power_fits() =>
        Assert.All(DesignTable.Rows().Where(row => !row.SpreadBits), row =>
        {
            BigInteger radix = BigInteger.Pow(2, row.Order) + 1;
            Assert.True(BigInteger.Pow(radix, row.BitsPerValue) <= BigInteger.Pow(2, row.WordBits));
            Assert.True(BigInteger.Pow(radix, row.BitsPerValue + 1) > BigInteger.Pow(2, row.WordBits));
        });

    [Fact]
    public void Spread_bits_take_a_counter_of_one_bit_more_than_the_order() =>
        Assert.All(
            DesignTable.Rows().Where(row => row.SpreadBits),
            row => Assert.Equal(row.WordBits / (row.Order + 1), row.BitsPerValue));

    [Fact]
    public void Values_carry_the_id_and_one_less_does_not() =>
        Assert.All(DesignTable.Rows(), row => Assert.All(row.Ids, ids =>
        {
            Assert.True(ids.Values * row.BitsPerValue >= ids.IdBits);
            Assert.True((ids.Values - 1) * row.BitsPerValue < ids.IdBits);
            Assert.Equal(ids.Values * row.WordBits / 8, ids.Bytes);
        }));

    [Fact]
    public void The_classes_of_the_tracker_keep_within_the_table()
    {
        WordLayout digits = new(64, SpreadBits: false);
        WordLayout spread = new(64, SpreadBits: true);
        Assert.All(
            SubIdScheme.All.SelectMany(scheme => scheme.Classes),
            subIds => Assert.Equal(
                subIds.FitsWord(),
                subIds.BitsPerValue <= (subIds.SpreadBits ? spread : digits).BitsPerValue(subIds.MaxOrder)));
    }

    [Fact]
    public void Of_the_series_claims_those_about_order_9_and_two_comments_fail() =>
        Assert.Equal(
            [
                "24-bit IDs up to order 9 in 3 64-bit values",
                "patch 11, comment: 3 values of 128 sub-IDs each make 16M IDs",
                "patch 07, comment: 6 values of 8 sub-IDs each make 16M IDs",
            ],
            PatchClaims.Check().Where(claim => !claim.Holds).Select(claim => claim.Claim));
}
