using System.Collections.Immutable;
using Atomics;
using Tracker.Folios;

namespace Tracker.SubIds;

/// <summary>A named set of classes that covers a range of orders without a gap.</summary>
public sealed class SubIdScheme
{
    /// <summary>The patch's scheme (07): 4, 5 or 6 values, all 24 bits of an ID at every order.</summary>
    public static readonly SubIdScheme RmapId = new(
        "rmap-id",
        new(2, 10, Values: 4, SubIdWidths.Order10),
        new(11, 12, Values: 5, SubIdWidths.Order12),
        new(13, 15, Values: 6, SubIdWidths.Order15));

    /// <summary>
    /// Fewer values for small folios (patch 11, corrected): orders 6 to 9 carry 3 times 7 bits, so 2^21 IDs.
    /// </summary>
    public static readonly SubIdScheme RmapIdCompact = new(
        "rmap-id-compact",
        new(2, 2, Values: 1, SubIdWidths.Order2),
        new(3, 5, Values: 2, SubIdWidths.Order5),
        new(6, 9, Values: 3, SubIdWidths.Order9),
        new(10, 10, Values: 4, SubIdWidths.Order10),
        new(11, 12, Values: 5, SubIdWidths.Order12),
        new(13, 15, Values: 6, SubIdWidths.Order15));

    /// <summary>
    /// What the series says of 32-bit kernels: 64 K IDs, values of 32 bits, up to 8 of them, orders up to 15. One class
    /// for all orders; smaller folios would do with fewer values.
    /// </summary>
    public static readonly SubIdScheme RmapId32 = new(
        "rmap-id-32",
        new SubIdClass(2, 15, Values: 8, SubIdWidths.Order15Of32) { WordBits = SubIdWidths.SmallWordBits });

    /// <summary>
    /// Patch 11 as posted: orders 6 to 9 carry 3 times 8 bits, whose digits overflow the word. Unsound.
    /// </summary>
    public static readonly SubIdScheme RmapIdPosted = new(
        isRefuted: true,
        "rmap-id-posted",
        [
            new(2, 2, Values: 1, BitsPerValue: 24),
            new(3, 5, Values: 2, BitsPerValue: 12),
            new(6, 9, Values: 3, BitsPerValue: 8),
            new(10, 10, Values: 4, BitsPerValue: 6),
            new(11, 12, Values: 5, BitsPerValue: 5),
            new(13, 15, Values: 6, BitsPerValue: 4),
        ]);

    /// <summary>
    /// The reviewers' simpler alternative: zero bits spread between the bits of the ID, so that each has a counter of
    /// its own that all mappings of a folio cannot overflow. All 24 bits of an ID at every order, for up to one value
    /// more than the digits in base Pages + 1 need.
    /// </summary>
    public static readonly SubIdScheme SpreadBits = new(
        "spread-bits",
        new(2, 4, Values: 2, SubIdWidths.SpreadOrder4) { SpreadBits = true },
        new(5, 7, Values: 3, SubIdWidths.SpreadOrder7) { SpreadBits = true },
        new(8, 9, Values: 4, SubIdWidths.SpreadOrder9) { SpreadBits = true },
        new(10, 11, Values: 5, SubIdWidths.SpreadOrder11) { SpreadBits = true },
        new(12, 15, Values: 6, SubIdWidths.SpreadOrder15) { SpreadBits = true });

    /// <summary>Puts a scheme together.</summary>
    /// <param name="name">Name on the command line.</param>
    /// <param name="classes">Classes by ascending order, without a gap, each with another number of values.</param>
    /// <exception cref="ArgumentException">The classes make no scheme, or a class is not sound.</exception>
    public SubIdScheme(string name, params IReadOnlyList<SubIdClass> classes)
        : this(isRefuted: false, name, classes)
    {
    }

    /// <param name="isRefuted">Whether a class is known to overflow its words, which the scheme is there to
    /// show.</param>
    /// <param name="name">Name on the command line.</param>
    /// <param name="classes">The classes.</param>
    private SubIdScheme(bool isRefuted, string name, IReadOnlyList<SubIdClass> classes)
    {
        Name = name;
        Classes = [.. classes];
        if (SubIdSchemeDefect.Of(Classes, isRefuted) is string defect)
        {
            throw new ArgumentException($"{name} is no scheme of sub-IDs: {defect}.", nameof(classes));
        }
    }

    /// <summary>Every scheme made of sub-IDs, the sound ones first.</summary>
    public static IReadOnlyList<SubIdScheme> All { get; } =
        [RmapId, RmapIdCompact, SpreadBits, RmapId32, RmapIdPosted];

    /// <summary>Name on the command line.</summary>
    public string Name { get; }

    /// <summary>
    /// The classes, by ascending order. An array, because walking over it for every MM must not allocate.
    /// </summary>
    public ImmutableArray<SubIdClass> Classes { get; }

    /// <summary>Largest rmap ID that every class of the scheme can track.</summary>
    public int MaxId => Classes.Min(each => each.MaxId);

    /// <summary>
    /// Where the sub-IDs for a number of values begin in an MM: those for 1 value, then 2, then 3, and so on. Those for
    /// more than 6 begin at 0: their class is the only one of its scheme.
    /// </summary>
    /// <param name="values">1 to 8.</param>
    public static int OffsetOf(int values) => values > FolioState.LineValues ? 0 : values * (values - 1) / 2;

    /// <summary>The class of an order.</summary>
    /// <param name="order">2 to 15.</param>
    /// <exception cref="ArgumentOutOfRangeException">No class covers the order.</exception>
    public SubIdClass ClassOf(int order)
    {
        foreach (SubIdClass each in Classes)
        {
            if (each.MinOrder <= order && order <= each.MaxOrder)
            {
                return each;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(order), order,
            $"{Name} covers orders {Classes[0].MinOrder} to {Classes[^1].MaxOrder}.");
    }

    /// <summary>Computes the sub-IDs of an rmap ID for every class.</summary>
    /// <param name="id">1 to <see cref="MaxId"/>.</param>
    /// <param name="subIds">Room for those of an MM, each class from <see cref="OffsetOf"/> on.</param>
    public unsafe void FillSubIds<TMemory>(int id, long* subIds) where TMemory : struct, IMemory
    {
        foreach (SubIdClass each in Classes)
        {
            long* first = subIds + OffsetOf(each.Values);
            for (int value = 0; value < each.Values; value++)
            {
                // Plain: nobody else sees the MM yet; published by [mm-publish].
                TMemory.WritePlain(ref first[value], SubIdTables.SubId(each, each.Chunk(id, value))); // [mm-fill]
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
