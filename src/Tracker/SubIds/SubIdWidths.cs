namespace Tracker.SubIds;

/// <summary>
/// Bits of the ID that one value carries, by the largest order of a class, which all mappings of a folio must not
/// overflow. Bits, order and word are held against each other by the compiler: a width without room for it is a
/// negative constant of an unsigned type, and does not build.
/// </summary>
internal static class SubIdWidths
{
    // Digits in base P + 1, P = 2^order. P times the largest sub-ID is (P + 1)^bits - 1, and
    // log2 (P + 1)^bits = bits * order + bits * log2(1 + 1/P), where the second part is below 3/2 * bits / P.
    public const int Order2 = 24;
    public const int Order5 = 12;
    public const int Order9 = 7;
    public const int Order10 = 6;
    public const int Order12 = 5;
    public const int Order15 = 4;
    public const int Order15Of32 = 2;

    public const uint RoomAtOrder2 = WordBits - (Order2 * 2) - ((3 * Order2) >> (2 + 1)) - 1;
    public const uint RoomAtOrder5 = WordBits - (Order5 * 5) - ((3 * Order5) >> (5 + 1)) - 1;
    public const uint RoomAtOrder9 = WordBits - (Order9 * 9) - ((3 * Order9) >> (9 + 1)) - 1;
    public const uint RoomAtOrder10 = WordBits - (Order10 * 10) - ((3 * Order10) >> (10 + 1)) - 1;
    public const uint RoomAtOrder12 = WordBits - (Order12 * 12) - ((3 * Order12) >> (12 + 1)) - 1;
    public const uint RoomAtOrder15 = WordBits - (Order15 * 15) - ((3 * Order15) >> (15 + 1)) - 1;
    public const uint RoomAtOrder15Of32 = SmallWordBits - (Order15Of32 * 15) - ((3 * Order15Of32) >> (15 + 1)) - 1;

    // Spread bits: each has a counter of order + 1 bits, which counts to P.
    public const int SpreadOrder4 = 12;
    public const int SpreadOrder7 = 8;
    public const int SpreadOrder9 = 6;
    public const int SpreadOrder11 = 5;
    public const int SpreadOrder15 = 4;

    public const uint RoomAtSpreadOrder4 = WordBits - (SpreadOrder4 * (4 + 1));
    public const uint RoomAtSpreadOrder7 = WordBits - (SpreadOrder7 * (7 + 1));
    public const uint RoomAtSpreadOrder9 = WordBits - (SpreadOrder9 * (9 + 1));
    public const uint RoomAtSpreadOrder11 = WordBits - (SpreadOrder11 * (11 + 1));
    public const uint RoomAtSpreadOrder15 = WordBits - (SpreadOrder15 * (15 + 1));

    /// <summary>Bits of a word.</summary>
    public const int WordBits = 64;

    /// <summary>Bits of a word of a small machine.</summary>
    public const int SmallWordBits = 32;
}
