using Atomics;
using Tracker.SubIds;

namespace Scenarios.Selection;

/// <summary>What a scheme keeps where: bytes that follow from its layout.</summary>
/// <param name="WordBytes">Bytes of the folio's own words, the rmap values left out.</param>
/// <param name="HasValues">Whether the rmap values are in the folio, too.</param>
/// <param name="BesideBytes">Bytes beside each folio; null for objects, which have to be measured.</param>
/// <param name="MmBytes">Bytes for each MM.</param>
public sealed record Footprint(int WordBytes, bool HasValues, int? BesideBytes, int MmBytes)
{
    private const int SequenceBytes = sizeof(long);
    private const int MapcountBytes = sizeof(int);
    private const int ValueBytes = sizeof(long);
    private const int IdBytes = sizeof(int);

    /// <summary>The mapcount alone.</summary>
    public static Footprint Mapcount { get; } = new(MapcountBytes, HasValues: false, BesideBytes: 0, MmBytes: 0);

    /// <summary>The mapcounts of the folio and of its first page.</summary>
    public static Footprint TwoMapcounts { get; } = Mapcount with { WordBytes = 2 * MapcountBytes };

    /// <summary>The mapcount and two owners with what each maps; an MM has an ID.</summary>
    public static Footprint Owners { get; } =
        Mapcount with { WordBytes = MapcountBytes + (2 * ValueBytes), MmBytes = IdBytes };

    /// <summary>Objects beside the folio, and nothing in it.</summary>
    public static Footprint Objects { get; } = new(0, HasValues: false, BesideBytes: null, MmBytes: 0);

    /// <summary>Sequence, mapcount and values in the folio; an MM has its ID and all its sub-IDs.</summary>
    public static Footprint Values(SubIdScheme subIds) =>
        new(SequenceBytes + MapcountBytes, HasValues: true, BesideBytes: 0, OfSubIds(subIds));

    /// <summary>The same with the values on a line of their own beside the folio.</summary>
    public static Footprint ValuesBeside(SubIdScheme subIds) =>
        Values(subIds) with { HasValues = false, BesideBytes = NativeBlock.AlignmentBytes };

    /// <summary>The same with an object beside the folio.</summary>
    public static Footprint ValuesAndObject(SubIdScheme subIds) => Values(subIds) with { BesideBytes = null };

    /// <summary>Values in objects beside the folio, and nothing in it.</summary>
    public static Footprint ValuesInObjects(SubIdScheme subIds) => Objects with { MmBytes = OfSubIds(subIds) };

    /// <summary>Bytes of the folio's own words that are used, with a class of sub-IDs.</summary>
    public int InFolioBytes(SubIdClass subIds) => WordBytes + (HasValues ? BytesOf(subIds) : 0);

    /// <summary>The ID and the sub-IDs that are computed once for each MM: one for each value of each class.</summary>
    private static int OfSubIds(SubIdScheme subIds) => IdBytes + subIds.Classes.Sum(BytesOf);

    /// <summary>As the scheme counts them: values of 32 bits have a word of 64 here, half of it unused.</summary>
    private static int BytesOf(SubIdClass subIds) => subIds.Values * subIds.WordBits / 8;
}
