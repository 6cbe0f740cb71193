using Rivals;
using Tracker.SubIds;

namespace Scenarios.Selection;

/// <summary>
/// Every scheme by name: the tracker's own, then what a kernel or a .NET programmer could use instead.
/// </summary>
public static class Schemes
{
    /// <summary>The patch's scheme.</summary>
    public static Scheme RmapId { get; } =
        new("rmap-id", "4, 5 or 6 values for a folio, as in the patch.", Protocols.Names)
        {
            IsTracker = true,
            Footprint = Footprint.Values(SubIdScheme.RmapId),
        };

    /// <summary>The schemes in the order of lists and tables.</summary>
    public static IReadOnlyList<Scheme> All { get; } =
    [
        RmapId,
        new("rmap-id-compact", "1, 2 or 3 values for orders up to 9, corrected.", Protocols.Names)
        {
            IsTracker = true,
            SubIds = SubIdScheme.RmapIdCompact,
            Footprint = Footprint.Values(SubIdScheme.RmapIdCompact),
        },
        new("spread-bits", "Zero bits spread between those of the ID, a counter for each: 2 to 6 values.",
            Protocols.Names)
        {
            IsTracker = true,
            SubIds = SubIdScheme.SpreadBits,
            Footprint = Footprint.Values(SubIdScheme.SpreadBits),
        },
        new("rmap-id-32", "8 values of 32 bits and 64 K IDs, as the series says of 32-bit machines.", Protocols.Names)
        {
            IsTracker = true,
            SubIds = SubIdScheme.RmapId32,
            Footprint = Footprint.Values(SubIdScheme.RmapId32),
        },
        new("rmap-id-posted", "The compact scheme as posted, known to be unsound.", Protocols.Names)
        {
            IsTracker = true,
            SubIds = SubIdScheme.RmapIdPosted,
            Footprint = Footprint.Values(SubIdScheme.RmapIdPosted),
        },
        new("rmap-id-split-line", "The values on another cache line than the sequence.",
            [Protocols.Shared, Protocols.Exclusive])
        {
            IsInFolio = false,
            Footprint = Footprint.ValuesBeside(SubIdScheme.RmapId),
        },
        new("owner-tracking", "Two owners of a folio under its lock, as in Linux 6.15: shared at times when it is not.",
            ["bit-lock"])
        {
            Precision = Precision.FalselySharedAtTimes,
            Footprint = Footprint.Owners,
            HasValues = false,
            IsLockFree = false,
        },
        new("estimate", "The mapcount of the first page stands for the folio: a guess.", ["atomic-add"])
        {
            Precision = Precision.Guess,
            HasValues = false,
            Footprint = Footprint.TwoMapcounts,
        },
        new("none", "The mapcount alone, undecided above one: the base line of the costs.", ["atomic-add"])
        {
            Precision = Precision.Undecided,
            HasValues = false,
            Footprint = Footprint.Mapcount,
        },
        new("lock", "The values as plain fields under a lock for each folio.", ["monitor"])
        {
            IsLockFree = false,
            IsInFolio = false,
            Footprint = Footprint.ValuesAndObject(SubIdScheme.RmapId),
        },
        new("immutable", "The values as one immutable object, swapped by compare-and-swap.", ["compare-exchange"])
        {
            IsInFolio = false,
            Footprint = Footprint.ValuesInObjects(SubIdScheme.RmapId),
        },
        new("exact", "A locked dictionary of every mapping: the oracle.", ["monitor"])
        {
            HasValues = false,
            IsLockFree = false,
            IsInFolio = false,
            Footprint = Footprint.Objects,
        },
    ];

    /// <summary>The schemes that are the tracker itself, by name.</summary>
    public static IReadOnlyList<string> OfTheTracker { get; } =
        [.. All.Where(scheme => scheme.IsTracker).Select(scheme => scheme.Name)];

    /// <summary>The scheme of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Scheme Find(string name) =>
        All.FirstOrDefault(scheme => scheme.Name == name)
            ?? throw new ArgumentException($"unknown scheme '{name}'", nameof(name));
}
