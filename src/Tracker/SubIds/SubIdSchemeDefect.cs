using System.Collections.Immutable;
using Tracker.Folios;

namespace Tracker.SubIds;

/// <summary>
/// What keeps classes from being a scheme: places that an MM or a folio does not have, and words that overflow.
/// </summary>
internal static class SubIdSchemeDefect
{
    private const int MinOrder = 2;
    private const int MaxOrder = 15;

    /// <summary>The first defect, or null.</summary>
    /// <param name="classes">The classes.</param>
    /// <param name="mayOverflow">Whether a class may overflow its words.</param>
    public static string? Of(ImmutableArray<SubIdClass> classes, bool mayOverflow) =>
        classes.Length == 0 ? "it has no class" : classes.Select(each => Of(each, mayOverflow))
            .FirstOrDefault(each => each is not null) ?? Between(classes);

    private static string? Of(SubIdClass subIds, bool mayOverflow) => subIds switch
    {
        { MinOrder: < MinOrder } or { MaxOrder: > MaxOrder } => $"{subIds} leaves the orders {MinOrder} to {MaxOrder}",
        _ when subIds.MinOrder > subIds.MaxOrder => $"{subIds} covers no order",
        { WordBits: not (SubIdWidths.WordBits or SubIdWidths.SmallWordBits) } =>
            $"{subIds} has values of other than {SubIdWidths.SmallWordBits} or {SubIdWidths.WordBits} bits",
        _ when subIds.Values < 1 || subIds.Values > MostValues(subIds) =>
            $"{subIds} has other than 1 to {MostValues(subIds)} values",
        { BitsPerValue: < 1 or > RmapId.Bits } =>
            $"{subIds} carries other than 1 to {RmapId.Bits} bits of an ID in a value",
        _ when !mayOverflow && !subIds.FitsWord() => $"{subIds} overflows a word with {subIds.Pages} mappings",
        _ => null,
    };

    private static int MostValues(SubIdClass subIds) =>
        subIds.WordBits == SubIdWidths.WordBits ? FolioState.LineValues : FolioState.MaxValues;

    private static string? Between(ImmutableArray<SubIdClass> classes)
    {
        for (int index = 1; index < classes.Length; index++)
        {
            if (classes[index].MinOrder != classes[index - 1].MaxOrder + 1)
            {
                return $"{classes[index]} does not begin behind order {classes[index - 1].MaxOrder}";
            }
        }

        if (classes.Length > 1 && classes.Any(each => each.Values > FolioState.LineValues))
        {
            return $"a class of more than {FolioState.LineValues} values leaves an MM no place for another";
        }

        return classes.DistinctBy(each => each.Values).Count() == classes.Length ? null
            : "two classes have the same number of values, for which an MM has one place";
    }
}
