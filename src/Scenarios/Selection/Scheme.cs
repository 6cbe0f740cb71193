using Rivals;
using Tracker.SubIds;

namespace Scenarios.Selection;

/// <summary>A way to know who maps a folio: the tracker with one of its sets of sub-IDs, or a rival.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Protocols">How its writers can meet; a rival has a way of its own.</param>
public sealed record Scheme(string Name, string Description, IReadOnlyList<string> Protocols)
{
    /// <summary>What it keeps where.</summary>
    public required Footprint Footprint { get; init; }

    /// <summary>The sub-IDs; schemes without any have those of <c>rmap-id</c> beside them, unused.</summary>
    public SubIdScheme SubIds { get; init; } = SubIdScheme.RmapId;

    /// <summary>Whether it is the tracker itself, which takes every reading and canary; a rival takes none.</summary>
    public bool IsTracker { get; init; }

    /// <summary>The readings that it takes.</summary>
    public IReadOnlyList<string> Readings => IsTracker ? TrackerSelection.Readings : [TrackerSelection.BarrierReading];

    /// <summary>What its answers may get wrong.</summary>
    public Precision Precision { get; init; }

    /// <summary>Whether a snapshot has the rmap values, not only the mapcount.</summary>
    public bool HasValues { get; init; } = true;

    /// <summary>Whether no thread ever waits for a stopped one.</summary>
    public bool IsLockFree { get; init; } = true;

    /// <summary>Whether all its state is in the folio's own words, so that neighbours could share lines.</summary>
    public bool IsInFolio { get; init; } = true;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
