namespace Proof.Design;

/// <summary>What one layout carries for folios of one order.</summary>
/// <param name="Order">Order of the folios.</param>
/// <param name="WordBits">Width of an rmap value in bits.</param>
/// <param name="SpreadBits">Whether the radix is a power of two instead of the pages + 1.</param>
/// <param name="BitsPerValue">Bits of an ID that one value carries.</param>
/// <param name="IdBits">Bits of an ID that 1 to 12 values carry.</param>
/// <param name="Ids">What IDs of 16, 20, 22 and 24 bits cost.</param>
public sealed record DesignRow(
    int Order,
    int WordBits,
    bool SpreadBits,
    int BitsPerValue,
    IReadOnlyList<int> IdBits,
    IReadOnlyList<IdSpace> Ids);
