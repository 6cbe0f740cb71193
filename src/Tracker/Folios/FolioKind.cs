namespace Tracker.Folios;

/// <summary>
/// What a block of pages is used for. Only large folios of the page cache or anonymous memory are tracked, and of those
/// not all.
/// </summary>
public enum FolioKind
{
    /// <summary>A folio that may be mapped in part: the tracked kind.</summary>
    Large,

    /// <summary>
    /// A large folio that counts as shared whoever maps it, such as one of an executable or a shared library: it has a
    /// mapcount and no values (an idea of the series), and is never exclusive nor reused.
    /// </summary>
    AssumedShared,

    /// <summary>A single page: its mapcount alone tells, it is refused.</summary>
    Small,

    /// <summary>A hugetlb folio: always mapped as a whole, its mapcount alone tells, it is refused.</summary>
    Hugetlb,
}
