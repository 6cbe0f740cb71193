using Tracker;

namespace Proof.Design;

/// <summary>
/// What the cover letter, patches 07 and 11 and their discussion say about sizes, each computed again.
/// </summary>
public static class PatchClaims
{
    private static readonly WordLayout Digits64 = new(64, SpreadBits: false);
    private static readonly WordLayout Digits32 = new(32, SpreadBits: false);
    private static readonly WordLayout Spread64 = new(64, SpreadBits: true);

    /// <summary>Values for IDs of 24 bits by largest order, as the cover letter lists them.</summary>
    private static readonly (int Order, int Values)[] CoverLetter =
        [(2, 1), (5, 2), (9, 3), (10, 4), (12, 5), (15, 6), (21, 8), (30, 12)];

    /// <summary>Checks all claims.</summary>
    public static IReadOnlyList<PatchClaim> Check() =>
    [
        .. CoverLetter.Select(claim => Suffices(Digits64, claim.Order, claim.Values, RmapId.Bits)),
        Suffices(Digits32, 15, 8, 16),
        ChunksCarry("patch 11, comment: 3 values of 128 sub-IDs each make 16M IDs", 3, 7),
        ChunksCarry("patch 07, comment: 6 values of 8 sub-IDs each make 16M IDs", 6, 3),
        SpreadNeeds(order: 2, bits: 72),
        SpreadNeedsValues(order: 9, values: 4),
    ];

    private static PatchClaim Suffices(WordLayout layout, int order, int values, int idBits)
    {
        int needed = layout.ValuesFor(order, idBits);
        int? largest = layout.LargestOrder(values, idBits);
        return new PatchClaim(
            $"{idBits}-bit IDs up to order {order} in {values} {layout.WordBits}-bit value{(values > 1 ? "s" : "")}",
            needed <= values,
            $"order {order} needs {needed}; {values} last{(values > 1 ? "" : "s")} up to order {largest}"
                + (largest == DesignTable.MaxOrder ? " at least" : ""));
    }

    private static PatchClaim ChunksCarry(string claim, int values, int bitsPerValue)
    {
        int idBits = values * bitsPerValue;
        return new PatchClaim(claim, idBits >= RmapId.Bits, $"{values} times {bitsPerValue} bits make 2^{idBits} IDs");
    }

    private static PatchClaim SpreadNeeds(int order, int bits)
    {
        int needed = RmapId.Bits * (order + 1);
        return new PatchClaim(
            $"spread bits: 24-bit IDs at order {order} would take {bits} bits",
            needed == bits,
            $"{RmapId.Bits} counters of {order + 1} bits take {needed}; {Spread64.ValuesFor(order, RmapId.Bits)} "
            + "values");
    }

    private static PatchClaim SpreadNeedsValues(int order, int values)
    {
        int needed = Spread64.ValuesFor(order, RmapId.Bits);
        return new PatchClaim(
            $"spread bits: 24-bit IDs at order {order} would take {values} values",
            needed == values,
            $"{needed} values of {Spread64.BitsPerValue(order)} bits; digits in base pages + 1 take "
            + $"{Digits64.ValuesFor(order, RmapId.Bits)}");
    }
}
