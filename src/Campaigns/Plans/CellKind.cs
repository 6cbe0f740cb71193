namespace Campaigns.Plans;

/// <summary>What a cell does.</summary>
public enum CellKind
{
    /// <summary>A run on real threads.</summary>
    Run,

    /// <summary>A part of a search, or the search of a class whose code is not modelled.</summary>
    Explore,

    /// <summary>Tests under Coyote.</summary>
    Coyote,

    /// <summary>Other tests.</summary>
    Tests,
}
