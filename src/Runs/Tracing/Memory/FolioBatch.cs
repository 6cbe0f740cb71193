using Runs.Recording;
using Tracker.Folios;
using Tracker.Tracking;

namespace Runs.Tracing.Memory;

/// <summary>
/// Walks over page table entries and maps or unmaps what they hold, folio by folio: pages of the same folio that follow
/// each other, also with other pages between them, are one section.
/// </summary>
/// <typeparam name="TTracking">The tracker.</typeparam>
/// <param name="simulator">Whose recorder and counts are used.</param>
/// <param name="mm">The MM that maps or unmaps.</param>
/// <param name="isMapping">Whether to map.</param>
internal ref struct FolioBatch<TTracking>(Simulator<TTracking> simulator, MmHandle mm, bool isMapping)
    where TTracking : struct, ITracking
{
    private int _folio = -1;
    private int _firstPage;
    private int _count;

    /// <summary>Walks over entries.</summary>
    public void Add(ReadOnlySpan<long> entries)
    {
        int next;
        while ((next = PageEntry.FirstTracked(entries)) >= 0)
        {
            entries = entries[next..];
            int folio = PageEntry.Folio(entries[0]);
            if (folio != _folio)
            {
                simulator.Announce(folio);
                Flush();
                _folio = folio;
                _firstPage = PageEntry.Page(entries[0]);
            }

            int length = PageEntry.RunLength(entries);
            _count += length;
            entries = entries[length..];
        }
    }

    /// <summary>Does the last folio.</summary>
    public void Flush()
    {
        if (_count == 0)
        {
            return;
        }

        Folio folio = simulator.FolioAt(_folio);
        if (isMapping)
        {
            simulator.Map(folio, mm, _firstPage, _count);
        }
        else
        {
            simulator.Unmap(folio, mm, _firstPage, _count);
        }

        _count = 0;
        _folio = -1;
    }
}
