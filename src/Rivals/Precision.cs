namespace Rivals;

/// <summary>What a scheme's answers about an MM that maps the folio may get wrong.</summary>
public enum Precision
{
    /// <summary>Nothing.</summary>
    Exact,

    /// <summary>"Shared" may be wrong, "exclusive" never is.</summary>
    FalselySharedAtTimes,

    /// <summary>Either answer may be wrong.</summary>
    Guess,

    /// <summary>There is no answer for a folio mapped more than once: always "maybe shared".</summary>
    Undecided,
}
