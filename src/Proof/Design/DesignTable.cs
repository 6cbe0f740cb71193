namespace Proof.Design;

/// <summary>How many values a folio needs, for every order, word and layout.</summary>
public static class DesignTable
{
    /// <summary>Smallest order of the table.</summary>
    public const int MinOrder = 2;

    /// <summary>Largest order of the table, as far as the patch looks ahead.</summary>
    public const int MaxOrder = 30;

    /// <summary>Most values of the table, as many as the patch names for order 30.</summary>
    public const int MaxValues = 12;

    /// <summary>ID spaces of interest, in bits: 64 K, 1 M, 4 M and 16 M.</summary>
    public static IReadOnlyList<int> IdBits { get; } = [16, 20, 22, 24];

    /// <summary>Digits in base pages + 1 and spread bits, in 64-bit and in 32-bit values.</summary>
    public static IReadOnlyList<WordLayout> Layouts { get; } =
    [
        new(64, SpreadBits: false),
        new(64, SpreadBits: true),
        new(32, SpreadBits: false),
        new(32, SpreadBits: true),
    ];

    /// <summary>All rows, layout by layout.</summary>
    public static IEnumerable<DesignRow> Rows() =>
        from layout in Layouts
        from order in Enumerable.Range(MinOrder, MaxOrder - MinOrder + 1)
        select Row(layout, order);

    private static DesignRow Row(WordLayout layout, int order)
    {
        int bits = layout.BitsPerValue(order);
        return new DesignRow(
            order,
            layout.WordBits,
            layout.SpreadBits,
            bits,
            [.. Enumerable.Range(1, MaxValues).Select(values => values * bits)],
            [.. IdBits.Select(idBits => Cost(layout, order, idBits))]);
    }

    private static IdSpace Cost(WordLayout layout, int order, int idBits)
    {
        int values = layout.ValuesFor(order, idBits);
        return new IdSpace(idBits, values, values * layout.WordBits / 8);
    }
}
