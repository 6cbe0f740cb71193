using Stress.Auditing;
using Tracker.Folios;
using Tracker.Tracking;

namespace Stress.Workloads;

/// <summary>
/// A writer that maps the folios of the board into MMs of its own and unmaps what it mapped, at random. The places whose index,
/// modulo the number of writers, is the writer's own are its to fill.
/// </summary>
/// <typeparam name="TTracking">The tracker.</typeparam>
internal abstract class MappingWriter<TTracking> : Worker<TTracking>
    where TTracking : struct, ITracking
{
    private readonly MmHandle[] _mms;
    private readonly MappingTable _table;

    /// <summary>Makes a writer.</summary>
    protected MappingWriter(Stage<TTracking> stage, int writer)
        : base(stage, writer)
    {
        _mms = new MmHandle[stage.Shape.MmsPerWriter];
        _table = new MappingTable(stage.Folios.Places, _mms.Length);
    }

    /// <inheritdoc/>
    public override string Name => "writer";

    /// <summary>Its MMs.</summary>
    protected int Mms => _mms.Length;

    /// <inheritdoc/>
    public override void SetUp()
    {
        for (int mm = 0; mm < _mms.Length; mm++)
        {
            _mms[mm] = MakeMm();
            Stage.Mms.Put((Index * _mms.Length) + mm, _mms[mm].Mm);
        }

        for (int place = Index; place < Stage.Folios.Places; place += Stage.Shape.Writers)
        {
            Stage.Folios.Put(place, MakeFolio(default, firstMappings: 0, references: 1));
        }
    }

    /// <inheritdoc/>
    public override void TearDown()
    {
        for (int place = 0; place < Stage.Folios.Places; place++)
        {
            for (int mm = 0; mm < _mms.Length; mm++)
            {
                UnmapAll(place, mm);
            }
        }

        for (int place = Index; place < Stage.Folios.Places; place += Stage.Shape.Writers)
        {
            Folio folio = Stage.Folios.FolioAt(place);
            Stage.Folios.Put(place, default(Folio));
            Recorder.Drop(folio);
        }

        for (int mm = 0; mm < _mms.Length; mm++)
        {
            Recorder.Drop(_mms[mm]);
        }
    }

    /// <summary>One of its MMs.</summary>
    protected MmHandle MmOf(int mm) => _mms[mm];

    /// <summary>Pages that one of its MMs maps at a place.</summary>
    protected int Mapped(int place, int mm) => _table.Of(place, mm);

    /// <summary>Pages that all of its MMs map at a place.</summary>
    protected int MappedByAll(int place) => _table.Total(place);

    /// <summary>The folio that it maps at a place; meaningful while it maps pages there.</summary>
    protected Folio FolioAt(int place) => _table.FolioAt(place);

    /// <summary>Maps pages at a place.</summary>
    protected void Map(int place, int mm, int count)
    {
        if (_table.Total(place) > 0)
        {
            // Its mappings hold references.
            Folio mapped = _table.FolioAt(place);
            Recorder.Map(mapped, _mms[mm], 0, count);
            _table.Add(place, mapped, mm, count);
            return;
        }

        Folio folio = Stage.Folios.FolioAt(place);
        if (!folio.IsNull && Recorder<TTracking>.TryHold(folio))
        {
            Recorder.Map(folio, _mms[mm], 0, count);
            _table.Add(place, folio, mm, count);
            Recorder.Drop(folio);
        }
    }

    /// <summary>Unmaps pages at a place, of which the MM maps at least so many.</summary>
    protected void Unmap(int place, int mm, int count)
    {
        _table.Take(place, mm, count);
        Recorder.Unmap(_table.FolioAt(place), _mms[mm], 0, count);
    }

    /// <summary>Unmaps all pages that an MM maps at a place, in batches of a folio's pages at most.</summary>
    protected void UnmapAll(int place, int mm)
    {
        for (int left = _table.Of(place, mm); left > 0; left = _table.Of(place, mm))
        {
            Unmap(place, mm, Math.Min(left, Stage.Shape.Pages));
        }
    }

    /// <summary>Puts a new folio in one of its places. The old one lives on until the last mapping and reader is gone.</summary>
    protected void Replace(int place)
    {
        Folio old = Stage.Folios.FolioAt(place);
        if (Recorder.TryMakeFolio(Stage.Shape.Order, default, 0, 0, 1, out Folio made))
        {
            Stage.Folios.Put(place, made);
            Recorder.Drop(old);
        }
    }
}
