namespace Exploration.Division;

/// <summary>A part of a search that one worker is asked for.</summary>
public sealed record SearchPart
{
    /// <summary>What it takes for granted.</summary>
    public required SearchAssumptions Assumptions { get; init; }

    /// <summary>The branches to visit, one after the other.</summary>
    public required IReadOnlyList<BranchShare> Branches { get; init; }

    /// <summary>After so many executions what is left is handed over.</summary>
    public long LimitExecutions { get; init; } = long.MaxValue;

    /// <summary>Instead of visiting, divide into so many branches or a few more; 0 to visit.</summary>
    public int SplitInto { get; init; }
}
