using Exploration.Division;

namespace Campaigns.Records;

/// <summary>What a cell came to: one of the two.</summary>
public sealed record CellResult
{
    /// <summary>Of a part of a search.</summary>
    public SearchPartResult? Part { get; init; }

    /// <summary>Of any other cell.</summary>
    public VerbTotals? Totals { get; init; }
}
