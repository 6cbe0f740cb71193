using Runs.Recording;
using Tracker.Folios;
using Tracker.Tracking;

namespace Runs.Workloads;

/// <summary>A writer of <see cref="Pinners"/>: a thread of the one process.</summary>
/// <typeparam name="TTracking">The tracker.</typeparam>
internal sealed class PinnedWriter<TTracking>(Stage<TTracking> stage, int writer) : Worker<TTracking>(stage, writer)
    where TTracking : struct, ITracking
{
    /// <summary>Pages that a thread maps of a folio at most, its first one included.</summary>
    private const int MaxPages = 3;

    private readonly MappingTable _table = new(stage.Folios.Places, mms: 1);
    private MmHandle _mm;

    /// <inheritdoc/>
    public override string Name => "writer";

    /// <inheritdoc/>
    public override void SetUp()
    {
        if (Index == 0)
        {
            _mm = MakeMm();
            Stage.Mms.Put(0, _mm.Mm);
        }
        else
        {
            while (!Recorder.TryHold(Stage.Mms.MmAt(0), out _mm))
            {
                Thread.Yield();
            }
        }

        for (int place = Index; place < Stage.Folios.Places; place += Stage.Shape.Writers)
        {
            Folio folio = MakeFolio(_mm, firstMappings: 1, references: 0);
            _table.Add(place, folio, 0, 1);
            Stage.Folios.Put(place, folio);
        }
    }

    /// <inheritdoc/>
    public override void Turn()
    {
        for (int operation = 0; operation < OperationsPerTurn && !IsDone; operation++)
        {
            int place = Random.Below(Stage.Folios.Places);
            int mapped = _table.Of(place, 0);
            bool keepsAlive = place % Stage.Shape.Writers == Index;
            if (mapped == 0)
            {
                MapFirst(place);
            }
            else if (mapped < MaxPages && Random.OneIn(2))
            {
                Recorder.Map(_table.FolioAt(place), _mm, mapped, 1);
                _table.Add(place, _table.FolioAt(place), 0, 1);
            }
            else if (mapped > (keepsAlive ? 1 : 0))
            {
                _table.Take(place, 0, 1);
                Recorder.Unmap(_table.FolioAt(place), _mm, mapped - 1, 1);
            }

            if (_table.Of(place, 0) > 0)
            {
                Recorder.CanReuse(_table.FolioAt(place), _mm);
            }
        }
    }

    /// <inheritdoc/>
    public override void TearDown()
    {
        for (int place = 0; place < Stage.Folios.Places; place++)
        {
            if (_table.Of(place, 0) is > 0 and int left)
            {
                _table.Take(place, 0, left);
                Recorder.Unmap(_table.FolioAt(place), _mm, 0, left);
            }
        }

        Recorder.Drop(_mm);
    }

    private void MapFirst(int place)
    {
        Folio folio = Stage.Folios.FolioAt(place);
        if (!folio.IsNull && Recorder<TTracking>.TryHold(folio))
        {
            Recorder.Map(folio, _mm, 0, 1);
            _table.Add(place, folio, 0, 1);
            Recorder.Drop(folio);
        }
    }
}
