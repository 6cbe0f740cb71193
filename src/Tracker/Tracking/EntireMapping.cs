using Atomics;
using Tracker.AddressSpaces;
using Tracker.Folios;

namespace Tracker.Tracking;

/// <summary>
/// Mappings of a whole folio by one entry of the table above the page tables, as a huge page has. Such a mapping is one
/// of the mapcount, with one reference and once the MM's sub-IDs, as each page's is (patch 07); besides, the folio
/// counts how many of its mappings are entire ones. While a huge page is remapped its MM has P entries of a page table
/// and an entire mapping: P + 1.
/// </summary>
/// <remarks>
/// No answer depends on the count: up to P mappings the values say whose they are, whatever their kind, and above P
/// every answer comes from the mapcount. The patch has no values in its base function (patch 03), and calls a folio
/// shared if there is anything beside an entire mapping.
/// </remarks>
public static unsafe class EntireMapping
{
    /// <summary>Maps a folio as a whole.</summary>
    /// <param name="tracking">The tracker.</param>
    /// <param name="folio">The folio, on which the caller holds a reference.</param>
    /// <param name="mm">The MM that maps it.</param>
    /// <returns>The section's stamp.</returns>
    public static long Map<TMemory, TTracking>(TTracking tracking, Folio folio, AddressSpace mm)
        where TMemory : struct, IMemory
        where TTracking : struct, ITracking
    {
        Begin<TMemory>(folio);
        return tracking.Map(folio, mm, firstPage: 0, count: 1);
    }

    /// <summary>Takes an entire mapping away.</summary>
    /// <param name="tracking">The tracker.</param>
    /// <param name="folio">The folio.</param>
    /// <param name="mm">The MM that maps it as a whole.</param>
    /// <param name="referencesLeft">References that remain; whoever sees 0 frees the folio.</param>
    /// <returns>The section's stamp.</returns>
    public static long Unmap<TMemory, TTracking>(TTracking tracking, Folio folio, AddressSpace mm,
        out int referencesLeft)
        where TMemory : struct, IMemory
        where TTracking : struct, ITracking
    {
        End<TMemory>(folio);
        return tracking.Unmap(folio, mm, firstPage: 0, count: 1, out referencesLeft);
    }

    /// <summary>Counts an entire mapping, before the mapcount has it.</summary>
    /// <param name="folio">The folio, on which the caller holds a reference.</param>
    public static void Begin<TMemory>(Folio folio) where TMemory : struct, IMemory =>
        TMemory.Add(ref folio.State->EntireMapcount, 1); // [entire-begin]

    /// <summary>
    /// Counts it no more, before its mapping and its reference are gone: afterwards the folio may be.
    /// </summary>
    /// <param name="folio">The folio, which the caller's entire mapping keeps.</param>
    public static void End<TMemory>(Folio folio) where TMemory : struct, IMemory
    {
        TMemory.Add(ref folio.State->EntireMapcount, -1); // [entire-end]
        TrackerCheck.That(!TrackerCheck.SeesWords<TMemory>() || folio.EntireMapcount >= 0,
            "an entire mapping is taken away of a folio that has none");
    }
}
