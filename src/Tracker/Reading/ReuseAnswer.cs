namespace Tracker.Reading;

/// <summary>Whether a copy-on-write fault may reuse a folio, and if not, the first reason found.</summary>
public enum ReuseAnswer
{
    /// <summary>The MM maps it alone and nobody else holds a reference.</summary>
    Reuse,

    /// <summary>A writer is inside.</summary>
    WriterInside,

    /// <summary>More mappings than the folio has pages, or a folio that is assumed to be shared.</summary>
    TooManyMappings,

    /// <summary>References that are not mappings: somebody pinned it, or a mapping is on its way.</summary>
    OtherReferences,

    /// <summary>Not mapped by this MM alone.</summary>
    NotExclusive,

    /// <summary>A write section began meanwhile.</summary>
    Changed,
}
