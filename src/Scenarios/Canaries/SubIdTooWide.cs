using Scenarios.Selection;
using Tracker.SubIds;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>sub-id-too-wide</c>: the defect of patch 11, whose sub-IDs of orders 6 to 9 have so many bits that digits
/// carry. The step replaced is the scheme, and no scenario makes as many mappings as it takes.
/// </summary>
internal sealed class SubIdTooWide() : Canary(
    "sub-id-too-wide", "Eight bits a value for orders 6 to 9, as posted: digits carry (patch 11).", TrackerParts.SubIds)
{
    public override Visibility Visibility => Visibility.Arithmetic;

    public override IReadOnlyList<string> FitsSchemes { get; } = [SubIdScheme.RmapIdPosted.Name];

    public override string? Scenario => null;

    public override string? Workload => "one-hot";

    public override string Scheme => FitsSchemes[0];
}
