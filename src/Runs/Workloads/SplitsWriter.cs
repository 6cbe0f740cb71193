using Atomics;
using Runs.Recording;
using Tracker.Arenas;
using Tracker.Folios;
using Tracker.Tracking;

namespace Runs.Workloads;

/// <summary>
/// A writer of <see cref="Splits"/>: maps the folios of every place for a moment, and splits those of its own places.
/// A split fails while anybody else maps or holds the folio.
/// </summary>
/// <typeparam name="TTracking">The tracker.</typeparam>
internal sealed class SplitsWriter<TTracking>(Stage<TTracking> stage, int writer) : Worker<TTracking>(stage, writer)
    where TTracking : struct, ITracking
{
    /// <summary>One split in so many operations.</summary>
    private const int SplitOneInOperations = 8;

    /// <summary>Smaller folios are not tracked.</summary>
    private const int MinOrder = FolioArena<HardwareMemory>.MinOrder;

    private readonly MmHandle[] _mms = new MmHandle[stage.Shape.MmsPerWriter];

    /// <inheritdoc/>
    public override string Name => "writer";

    /// <inheritdoc/>
    public override void SetUp() => MakeOwn(_mms);

    /// <inheritdoc/>
    public override void Turn()
    {
        for (int operation = 0; operation < OperationsPerTurn && !IsDone; operation++)
        {
            MapForAMoment();
            if (Index < Stage.Folios.Places && Random.OneIn(SplitOneInOperations))
            {
                SplitAt(OwnPlace());
            }
        }
    }

    /// <inheritdoc/>
    public override void TearDown() => DropOwn(_mms);

    private void MapForAMoment()
    {
        Folio folio = Stage.Folios.FolioAt(Random.Below(Stage.Folios.Places));
        if (folio.IsNull || !Recorder<TTracking>.TryHold(folio))
        {
            return;
        }

        // Two MMs: what one maps is exclusive for a moment, and shared for the next.
        int pages = folio.Pages;
        int mine = 1 + Random.Below(pages / 2);
        int others = 1 + Random.Below(pages / 2);
        MmHandle one = _mms[Random.Below(_mms.Length)];
        MmHandle other = _mms[Random.Below(_mms.Length)];
        Recorder.Map(folio, one, 0, mine);
        Recorder.Map(folio, other, 0, others);
        Recorder.Unmap(folio, one, 0, mine);
        Recorder.Unmap(folio, other, 0, others);
        Recorder.Drop(folio);
    }

    private void SplitAt(int place)
    {
        Folio folio = Stage.Folios.FolioAt(place);
        int order = folio.Order;
        if (order > MinOrder)
        {
            SplitIntoParts(folio, MinOrder + Random.Below(order - MinOrder));
        }
        else if (Recorder.TrySplitToPages(folio))
        {
            Stage.Folios.Put(place, MakeFolio(default, firstMappings: 0, references: 1));
        }
    }

    /// <summary>The first part stays at its place, the others take those of the writer's other folios.</summary>
    private void SplitIntoParts(Folio folio, int order)
    {
        Span<Folio> room = stackalloc Folio[Splits.MaxParts];
        Span<Folio> parts = room[..Math.Min(room.Length, folio.Pages >> order)];
        if (Recorder.TrySplit(folio, order, parts))
        {
            foreach (Folio tail in parts[1..])
            {
                Exchange(OwnPlace(), tail);
            }
        }
    }
}
