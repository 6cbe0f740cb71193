using System.Numerics;
using System.Runtime.CompilerServices;
using Atomics;
using Tracker.SubIds;

namespace Tracker.Folios;

/// <summary>
/// What does not change during a folio's life, in one word: bits 0-15 the most mappings that one MM can have alone,
/// 16-23 the number of rmap values, 24-31 where the sub-IDs of its class begin among those of an MM. A folio that is
/// assumed to be shared has 0 mappings and values there, and its order in bits 24-31.
/// </summary>
/// <param name="word">The word.</param>
public readonly struct FolioShape(int word)
{
    private const int ValuesShift = 16;
    private const int OffsetShift = 24;

    /// <summary>The word, as stored in a folio.</summary>
    public int Word { get; } = word;

    /// <summary>
    /// Most mappings with which an MM can be said to map the folio alone: the pages, or 0 if the folio is assumed to be
    /// shared.
    /// </summary>
    public int MostExclusive => (ushort)Word;

    /// <summary>Whether the folio counts as shared whoever maps it.</summary>
    public bool IsAssumedShared => MostExclusive == 0;

    /// <summary>Pages, 2^order: 4 to 32768.</summary>
    public int Pages => IsAssumedShared ? 1 << Order : MostExclusive;

    /// <summary>Order, 2 to 15.</summary>
    public int Order => IsAssumedShared ? (byte)(Word >> OffsetShift) : BitOperations.Log2((uint)MostExclusive);

    /// <summary>Rmap values in use, 1 to 8, or 0.</summary>
    public int ValueCount => (byte)(Word >> ValuesShift);

    /// <summary>Index of the first sub-ID of the folio's class in an MM; of no meaning without values.</summary>
    public int SubIdOffset => (byte)(Word >> OffsetShift);

    /// <summary>The shape of an order in a class.</summary>
    public static FolioShape Of(int order, SubIdClass subIds) =>
        new((1 << order) | (subIds.Values << ValuesShift) | (SubIdScheme.OffsetOf(subIds.Values) << OffsetShift));

    /// <summary>The shape of a folio that is assumed to be shared.</summary>
    /// <param name="order">2 to 15.</param>
    public static FolioShape AssumedShared(int order) => new(order << OffsetShift);

    /// <summary>Reads a folio's shape.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe FolioShape Read<TMemory>(Folio folio) where TMemory : struct, IMemory =>
        // Plain: the caller's reference keeps it constant; published by [publish].
        new(TMemory.ReadPlain(ref *&folio.State->Shape)); // [shape]
}
