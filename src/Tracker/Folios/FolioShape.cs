using System.Numerics;
using System.Runtime.CompilerServices;
using Atomics;
using Tracker.SubIds;

namespace Tracker.Folios;

/// <summary>
/// What does not change during a folio's life, in one word: bits 0-15 the pages, 16-23 the number of rmap values, 24-31
/// where the sub-IDs of its class begin among those of an MM.
/// </summary>
/// <param name="word">The word.</param>
public readonly struct FolioShape(int word)
{
    private const int ValuesShift = 16;
    private const int OffsetShift = 24;

    /// <summary>The word, as stored in a folio.</summary>
    public int Word { get; } = word;

    /// <summary>Pages, 2^order: 4 to 32768.</summary>
    public int Pages => (ushort)Word;

    /// <summary>Order, 2 to 15.</summary>
    public int Order => BitOperations.Log2((uint)Pages);

    /// <summary>Rmap values in use, 1 to 8.</summary>
    public int ValueCount => (byte)(Word >> ValuesShift);

    /// <summary>Index of the first sub-ID of the folio's class in an MM.</summary>
    public int SubIdOffset => (byte)(Word >> OffsetShift);

    /// <summary>The shape of an order in a class.</summary>
    public static FolioShape Of(int order, SubIdClass subIds) =>
        new((1 << order) | (subIds.Values << ValuesShift) | (SubIdScheme.OffsetOf(subIds.Values) << OffsetShift));

    /// <summary>Reads a folio's shape.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe FolioShape Read<TMemory>(Folio folio) where TMemory : struct, IMemory =>
        // Plain: the caller's reference keeps it constant; published by [publish].
        new(TMemory.ReadPlain(ref *&folio.State->Shape)); // [shape]
}
