using System.Numerics;

namespace Proof.Design;

/// <summary>How bits of an ID are placed in one rmap value.</summary>
/// <param name="WordBits">Width of the value in bits.</param>
/// <param name="SpreadBits">Whether the radix is a power of two (bit deposit) instead of the pages + 1.</param>
public sealed record WordLayout(int WordBits, bool SpreadBits)
{
    /// <summary>
    /// Bits of an ID that one value carries for folios of an order, exactly: so that all sums of mappings fit.
    /// </summary>
    /// <param name="order">Order of the folios, 1 to 30.</param>
    public int BitsPerValue(int order)
    {
        BigInteger pages = BigInteger.One << order;
        BigInteger radix = SpreadBits ? 2 * pages : pages + 1;
        BigInteger weight = radix;
        BigInteger largestSum = pages;
        int bits = 0;
        while (largestSum < BigInteger.One << WordBits)
        {
            bits++;
            largestSum += pages * weight;
            weight *= radix;
        }

        return bits;
    }

    /// <summary>Fewest values that carry an ID.</summary>
    /// <param name="order">Order of the folios.</param>
    /// <param name="idBits">Bits of the ID.</param>
    public int ValuesFor(int order, int idBits) => (idBits + BitsPerValue(order) - 1) / BitsPerValue(order);

    /// <summary>Largest order at which a number of values carries an ID; null when there is none up to 30.</summary>
    public int? LargestOrder(int values, int idBits) => Enumerable.Range(1, DesignTable.MaxOrder)
        .Select(order => (int?)order)
        .LastOrDefault(order => values * BitsPerValue(order!.Value) >= idBits);

    /// <inheritdoc/>
    public override string ToString() => $"{WordBits}-bit{(SpreadBits ? " spread" : "")}";
}
