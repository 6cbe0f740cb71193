namespace Tracker.Folios;

/// <summary>What is wrong with a folio that is freed or split (the undo check of patch 07).</summary>
public enum FolioDefect
{
    /// <summary>Nothing: unmapped, every value 0, no writer inside.</summary>
    None,

    /// <summary>The mapcount is not 0.</summary>
    StillMapped,

    /// <summary>The mapcount is 0 but an rmap value is not.</summary>
    ValueLeft,

    /// <summary>
    /// A word is not 0 that no mapping of the folio should have touched, and that belongs to a tail page after a split.
    /// </summary>
    TailLeft,

    /// <summary>A writer is inside a section.</summary>
    WriterInside,

    /// <summary>Somebody holds a reference.</summary>
    StillReferenced,

    /// <summary>The folio is free already, was never allocated, or is another arena's.</summary>
    NotAllocated,

    /// <summary>The mapcount is 0 but the count of entire mappings is not.</summary>
    EntireMappingLeft,
}
