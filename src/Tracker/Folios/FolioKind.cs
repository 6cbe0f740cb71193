namespace Tracker.Folios;

/// <summary>
/// What a block of pages is used for. Only large folios of the page cache or anonymous memory are tracked.
/// </summary>
public enum FolioKind
{
    /// <summary>A folio that may be mapped in part: the tracked kind.</summary>
    Large,

    /// <summary>A single page: its mapcount alone tells, it is refused.</summary>
    Small,

    /// <summary>A hugetlb folio: always mapped as a whole, its mapcount alone tells, it is refused.</summary>
    Hugetlb,
}
