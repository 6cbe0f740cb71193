using Harness;

namespace Campaigns.Merging;

/// <summary>A campaign, summed up.</summary>
public sealed record MergedCampaign
{
    /// <summary>Cells of the plan.</summary>
    public required int Cells { get; init; }

    /// <summary>Those with a record.</summary>
    public required int Done { get; init; }

    /// <summary>The names of those without.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Records that are there again.</summary>
    public required int Duplicates { get; init; }

    /// <summary>Files that are no records of their cell, and why.</summary>
    public required IReadOnlyList<string> Rejected { get; init; }

    /// <summary>Whether every cell has a record and every search is complete.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>The sum of the shares of all searches, in searches.</summary>
    public required string Shares { get; init; }

    /// <summary>The conclusion.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Runs on real threads; null without any.</summary>
    public MergedVerb? Run { get; init; }

    /// <summary>Classes whose code is not modelled; null without any.</summary>
    public MergedVerb? Classes { get; init; }

    /// <summary>Divided searches; null without any.</summary>
    public IReadOnlyList<MergedSearch>? Explore { get; init; }

    /// <summary>Tests under Coyote; null without any.</summary>
    public MergedVerb? Coyote { get; init; }

    /// <summary>Other tests; null without any.</summary>
    public MergedVerb? Tests { get; init; }
}
