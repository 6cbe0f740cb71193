using Runs.Recording;
using Runs.Tracing.Events;
using Tracker.Folios;
using Tracker.Tracking;

namespace Runs.Tracing.Memory;

/// <summary>
/// The memory of one process: which pages it maps, and its MM. Used by one worker at a time. A child is filled by the
/// worker that runs the fork, before any other can see it.
/// </summary>
/// <remarks>
/// The trace was recorded with pages of 4 KiB; the simulation maps whole folios where they fit. So a recorded fault may
/// find its page mapped already: nothing happens then. A recorded write to a present page always asks, whoever maps it.
/// </remarks>
/// <param name="pool">Where page tables come from.</param>
/// <typeparam name="TTracking">The tracker.</typeparam>
internal sealed class ProcessMemory<TTracking>(TablePool pool)
    where TTracking : struct, ITracking
{
    private readonly PageTables _tables = new(pool);
    private readonly AreaList _areas = new();
    private readonly GrowingAreas _growing = new();
    private MmHandle _mm;

    /// <summary>The process's MM, while it runs.</summary>
    public MmHandle Mm => _mm;

    /// <summary>Begins with nothing mapped, and an MM of its own.</summary>
    public void Begin(Simulator<TTracking> simulator) => _mm = simulator.MakeMm();

    /// <summary>Begins as the child of a fork: every page that the parent maps is mapped here too.</summary>
    public void BeginAsChild(ProcessMemory<TTracking> parent, Simulator<TTracking> simulator)
    {
        Begin(simulator);
        _areas.CopyFrom(parent._areas);
        _growing.CopyFrom(parent._growing);
        FolioBatch<TTracking> batch = new(simulator, _mm, isMapping: true);
        for (int table = 0; table < parent._tables.Count; table++)
        {
            batch.Add(_tables.Append(parent._tables, table));
        }

        batch.Flush();
    }

    /// <summary>Drops everything, the MM too.</summary>
    public void End(Simulator<TTracking> simulator)
    {
        FolioBatch<TTracking> batch = new(simulator, _mm, isMapping: false);
        for (int table = 0; table < _tables.Count; table++)
        {
            batch.Add(_tables[table]);
        }

        batch.Flush();
        _tables.Clear();
        _areas.Clear();
        _growing.Clear();
        simulator.Drop(_mm);
        _mm = default;
    }

    /// <summary>Another program starts: everything is dropped, and there is a new MM.</summary>
    public void Exec(Simulator<TTracking> simulator)
    {
        End(simulator);
        Begin(simulator);
    }

    /// <summary>
    /// A read of a page that is not present: the file's page or the zero page is mapped, which is not tracked.
    /// </summary>
    public void Read(long page)
    {
        ref long entry = ref _tables.At(page);
        if (entry == PageEntry.None)
        {
            entry = PageEntry.Small;
        }
    }

    /// <summary>A write to a page that is not present: a folio if it fits, else a small page.</summary>
    public void Write(long page, Simulator<TTracking> simulator)
    {
        if (_tables.At(page) != PageEntry.None || TryMapFolio(page, simulator))
        {
            return;
        }

        _tables.At(page) = PageEntry.Small;
        simulator.Counts.SmallPages++;
    }

    /// <summary>
    /// A write to a page that is present: its folio is reused, or the page copied away to a small one.
    /// </summary>
    public void CopyOnWrite(long page, Simulator<TTracking> simulator)
    {
        ref long entry = ref _tables.At(page);
        if (!PageEntry.IsTracked(entry))
        {
            entry = PageEntry.Small;
            simulator.Counts.CowUntracked++;
            return;
        }

        Folio folio = simulator.FolioAt(PageEntry.Folio(entry));
        simulator.Announce(folio.Index);
        if (simulator.CanReuse(folio, _mm))
        {
            simulator.Counts.CowReused++;
            return;
        }

        simulator.Unmap(folio, _mm, PageEntry.Page(entry), 1);
        entry = PageEntry.Small;
        simulator.Counts.CowCopied++;
    }

    /// <summary>A new area, instead of whatever was there.</summary>
    public void Map(long page, long pages, bool isPrivate, Simulator<TTracking> simulator)
    {
        Discard(page, pages, simulator);
        _areas.Set(page, page + pages, isPrivate);
    }

    /// <summary>A range is unmapped.</summary>
    public void Unmap(long page, long pages, Simulator<TTracking> simulator)
    {
        Discard(page, pages, simulator);
        _areas.Remove(page, page + pages);
    }

    /// <summary>A range's pages are dropped; its areas stay.</summary>
    public void Discard(long page, long pages, Simulator<TTracking> simulator)
    {
        long end = page + pages;
        FolioBatch<TTracking> batch = new(simulator, _mm, isMapping: false);
        for (int table = _tables.FirstHolding(page); table < _tables.Count && _tables.FirstPage(table) < end; table++)
        {
            Span<long> entries = _tables.Part(table, page, end);
            batch.Add(entries);
            entries.Clear();
        }

        batch.Flush();
    }

    /// <summary>The heap ends at a page: what it lost is unmapped.</summary>
    public void EndHeapAt(long page, Simulator<TTracking> simulator)
    {
        Area change = _growing.EndHeapAt(page, out bool isGrowth);
        if (isGrowth)
        {
            _areas.Set(change.Start, change.End, isPrivate: true);
        }
        else
        {
            Unmap(change.Start, change.End - change.Start, simulator);
        }
    }

    /// <summary>A range is resized in place, or moved: its mappings stay, at other addresses.</summary>
    public void Move(in TraceEvent moved, Simulator<TTracking> simulator)
    {
        long kept = Math.Min(moved.Pages, moved.Argument);
        bool isPrivate = _areas.TryFind(moved.Page, out Area area) && area.IsPrivate && moved.Pages != 0;
        if (moved.Target == moved.Page)
        {
            Unmap(moved.Page + kept, moved.Pages - kept, simulator);
            long start = isPrivate ? area.Start : moved.Page;
            _areas.Set(start, moved.Page + moved.Argument, isPrivate);
            return;
        }

        Discard(moved.Target, moved.Argument, simulator);
        Discard(moved.Page + kept, moved.Pages - kept, simulator);
        MoveEntries(moved.Page, moved.Target, kept);
        if (moved.Kind == TraceEventKind.Move)
        {
            _areas.Remove(moved.Page, moved.Page + moved.Pages);
        }

        _areas.Set(moved.Target, moved.Target + moved.Argument, isPrivate);
    }

    /// <summary>What the page tables say of a page.</summary>
    internal long TestHookEntry(long page) => _tables.At(page);

    private void MoveEntries(long from, long to, long pages)
    {
        long end = from + pages;
        for (long page = from; page < end; page++)
        {
            int table = _tables.FirstHolding(page);
            if (table == _tables.Count)
            {
                return;
            }

            page = Math.Max(page, _tables.FirstPage(table));
            if (page < end && _tables.At(page) is not PageEntry.None and long entry)
            {
                _tables.At(page) = PageEntry.None;
                _tables.At(to + (page - from)) = entry;
            }
        }
    }

    // As the kernel does for anonymous memory: the largest order allowed whose aligned block lies in the area and of
    // which no page is mapped yet (alloc_anon_folio).
    private bool TryMapFolio(long page, Simulator<TTracking> simulator)
    {
        if (!_areas.TryFind(page, out Area area))
        {
            if (!_growing.TryGrowStack(page, out area))
            {
                return false;
            }

            _areas.Set(area.Start, area.End, isPrivate: true);
        }

        for (int order = simulator.Orders.Greatest; area.IsPrivate && order >= simulator.Orders.Least; order--)
        {
            long start = page & -(1L << order);
            long end = start + (1L << order);
            if (area.Start <= start && end <= area.End && _tables.IsFree(start, end))
            {
                if (!simulator.TryMakeFolio(order, _mm, out Folio folio))
                {
                    return false;
                }

                _tables.Fill(start, folio.Index, 1 << order);
                return true;
            }
        }

        return false;
    }
}
