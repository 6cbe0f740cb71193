using Runs.Recording;
using Runs.Workloads;
using Runs.Worlds;
using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Tracking;

namespace Runs.Tracing.Memory;

/// <summary>What one worker simulates memory with: its way to the tracker, and its counts.</summary>
/// <param name="world">The folios and MMs.</param>
/// <param name="recorder">The worker's way to the tracker.</param>
/// <param name="orders">Orders of the folios.</param>
/// <param name="board">Tells readers where folios are.</param>
/// <param name="worker">Index of the worker.</param>
/// <typeparam name="TTracking">The tracker.</typeparam>
public sealed class Simulator<TTracking>(World world, Recorder<TTracking> recorder, OrderRange orders,
    FolioBoard board, int worker)
    where TTracking : struct, ITracking
{
    /// <summary>Orders of the folios.</summary>
    public OrderRange Orders => orders;

    /// <summary>What this worker did in this pass.</summary>
    public TraceCounts Counts { get; } = new();

    /// <summary>The folio of an index.</summary>
    public Folio FolioAt(int index) => world.Folios[index];

    /// <summary>Makes an MM.</summary>
    public MmHandle MakeMm()
    {
        MakeResult result = recorder.TryMakeMm(out MmHandle mm);
        return result == MakeResult.Made ? mm : throw new InvalidOperationException($"No MM for a process: {result}.");
    }

    /// <summary>Drops a process's reference on its MM.</summary>
    public void Drop(MmHandle mm) => recorder.Drop(mm);

    /// <summary>Tells readers which folio comes next: one that hears it now can be there in time.</summary>
    public void Announce(int folio) => board.NoteNext(worker, folio);

    /// <summary>Makes a folio and maps all of it.</summary>
    /// <returns>False if none is left.</returns>
    public bool TryMakeFolio(int order, MmHandle mm, out Folio folio)
    {
        if (!recorder.TryMakeFolio(order, mm, firstPage: 0, 1 << order, references: 0, out folio))
        {
            return false;
        }

        board.NoteFolio(folio.Index);
        board.NoteMapper(folio.Index, mm.Mm.Index);
        Counts.Folios++;
        Counts.FoliosByOrder[order]++;
        NoteMapped(1 << order);
        return true;
    }

    /// <summary>Maps pages of a folio that another process has mapped.</summary>
    public void Map(Folio folio, MmHandle mm, int firstPage, int count)
    {
        board.NoteMapper(folio.Index, mm.Mm.Index);
        recorder.Map(folio, mm, firstPage, count);
        NoteMapped(count);
    }

    /// <summary>Unmaps pages of a folio; the last reference frees it.</summary>
    public void Unmap(Folio folio, MmHandle mm, int firstPage, int count)
    {
        recorder.Unmap(folio, mm, firstPage, count);
        Counts.Unmaps++;
        Counts.Mapped -= count;
    }

    /// <summary>Whether a copy-on-write fault may reuse a folio.</summary>
    public bool CanReuse(Folio folio, MmHandle mm) => recorder.CanReuse(folio, mm) == ReuseAnswer.Reuse;

    private void NoteMapped(int count)
    {
        Counts.Mapped += count;
        Counts.MappedPeak = Math.Max(Counts.MappedPeak, Counts.Mapped);
    }
}
