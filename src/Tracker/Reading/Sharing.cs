namespace Tracker.Reading;

/// <summary>Who maps a folio, as asked on behalf of one MM.</summary>
public enum Sharing
{
    /// <summary>Nobody.</summary>
    Unmapped,

    /// <summary>The MM that was asked for, and no other.</summary>
    Exclusive,

    /// <summary>
    /// Not that MM alone: at least two MMs, or another MM alone, more mappings than the folio has pages, also of
    /// that MM alone, or a folio that is assumed to be shared.
    /// </summary>
    Shared,

    /// <summary>Not known: writers kept getting in the way for the number of tries allowed.</summary>
    MaybeShared,
}
