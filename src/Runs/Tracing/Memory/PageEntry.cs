namespace Runs.Tracing.Memory;

/// <summary>
/// What a page table says of a page, as one 64-bit word: nothing, a small page that is not tracked, or a page of a
/// folio.
/// </summary>
/// <remarks>A word rather than a struct: tables are copied, cleared and searched as vectors of words.</remarks>
internal static class PageEntry
{
    /// <summary>Nothing is mapped.</summary>
    public const long None = 0;

    /// <summary>A page of its own: its mapcount alone tells everything, so it is not tracked.</summary>
    public const long Small = 1;

    /// <summary>Bits for the page's place in its folio: up to order 15, and one to spare.</summary>
    private const int PageBits = 16;

    private const long PageMask = (1L << PageBits) - 1;

    /// <summary>The entry of a folio's page.</summary>
    /// <param name="folio">Index of the folio in its arena.</param>
    /// <param name="page">The page's place in the folio.</param>
    public static long Of(int folio, int page) => ((folio + 1L) << PageBits) | (uint)page;

    /// <summary>Whether the entry is a folio's page.</summary>
    public static bool IsTracked(long entry) => entry > Small;

    /// <summary>Index of the folio.</summary>
    public static int Folio(long entry) => (int)(entry >> PageBits) - 1;

    /// <summary>The page's place in its folio.</summary>
    public static int Page(long entry) => (int)(entry & PageMask);

    /// <summary>How many of the first entries are pages of the same folio as the first.</summary>
    public static int RunLength(ReadOnlySpan<long> entries)
    {
        long first = entries[0] & ~PageMask;
        int end = entries.IndexOfAnyExceptInRange(first, first | PageMask);
        return end < 0 ? entries.Length : end;
    }

    /// <summary>Index of the first page of any folio, or -1.</summary>
    public static int FirstTracked(ReadOnlySpan<long> entries) => entries.IndexOfAnyExceptInRange(None, Small);
}
