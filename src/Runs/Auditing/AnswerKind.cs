namespace Runs.Auditing;

/// <summary>
/// The answers that an audit can prove wrong. The others ("maybe shared", "may not reuse") are only counted.
/// </summary>
public enum AnswerKind
{
    /// <summary>Nobody maps the folio.</summary>
    Unmapped,

    /// <summary>The MM maps it, and no other.</summary>
    Exclusive,

    /// <summary>Not that MM alone, or more mappings than pages.</summary>
    Shared,

    /// <summary>A copy-on-write fault of the MM may reuse it.</summary>
    Reuse,
}
