namespace Scenarios.Catalogue;

/// <summary>The sizes that a scenario can have in several ways; whatever it has one of is its own.</summary>
[Flags]
public enum ScenarioSizes
{
    /// <summary>None: it has one size.</summary>
    None = 0,

    /// <summary>Writers.</summary>
    Writers = 1,

    /// <summary>Readers.</summary>
    Readers = 2,

    /// <summary>Rmap values of the folio.</summary>
    Values = 4,

    /// <summary>All of them.</summary>
    All = Writers | Readers | Values,
}
