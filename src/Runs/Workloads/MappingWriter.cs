using Runs.Recording;
using Tracker.Folios;
using Tracker.Ids;
using Tracker.Tracking;

namespace Runs.Workloads;

/// <summary>
/// A writer that maps the folios of the board into MMs of its own and unmaps what it mapped, at random. The places
/// whose index, modulo the number of writers, is the writer's own are its to fill.
/// </summary>
/// <typeparam name="TTracking">The tracker.</typeparam>
internal abstract class MappingWriter<TTracking> : Worker<TTracking>
    where TTracking : struct, ITracking
{
    /// <summary>Odd, so that the MMs start at all pages.</summary>
    private const int PagesBetweenMms = 5;

    private readonly MmHandle[] _mms;
    private readonly MappingTable _table;

    /// <summary>Makes a writer.</summary>
    protected MappingWriter(Stage<TTracking> stage, int writer)
        : this(stage, writer, ids: null)
    {
    }

    /// <summary>Makes a writer with a source of IDs of its own.</summary>
    protected MappingWriter(Stage<TTracking> stage, int writer, IRmapIds? ids)
        : base(stage, writer, ids)
    {
        _mms = new MmHandle[stage.Shape.MmsPerWriter];
        _table = new MappingTable(stage.Folios.Places, _mms.Length);
    }

    /// <inheritdoc/>
    public override string Name => "writer";

    /// <summary>Its MMs.</summary>
    protected int Mms => _mms.Length;

    /// <inheritdoc/>
    public override void SetUp() => MakeOwn(_mms);

    /// <inheritdoc/>
    public override void TearDown()
    {
        for (int place = 0; place < Stage.Folios.Places; place++)
        {
            UnmapAll(place);
        }

        DropOwn(_mms);
    }

    /// <summary>One of its MMs.</summary>
    protected MmHandle MmOf(int mm) => _mms[mm];

    /// <summary>Pages that one of its MMs maps at a place.</summary>
    protected int Mapped(int place, int mm) => _table.Of(place, mm);

    /// <summary>Pages that all of its MMs map at a place.</summary>
    protected int MappedByAll(int place) => _table.Total(place);

    /// <summary>The folio that it maps at a place; meaningful while it maps pages there.</summary>
    protected Folio FolioAt(int place) => _table.FolioAt(place);

    /// <summary>
    /// Maps pages at a place. Where another folio has come meanwhile, the old one is given up instead.
    /// </summary>
    protected void Map(int place, int mm, int count) => Map(place, mm, count, isEntire: false);

    /// <summary>Maps the folio at a place as a whole, or gives the old one up.</summary>
    /// <returns>Whether the MM maps it so now.</returns>
    protected bool MapEntire(int place, int mm)
    {
        int before = Mapped(place, mm);
        Map(place, mm, count: 1, isEntire: true);
        return Mapped(place, mm) > before;
    }

    /// <summary>Takes an MM's entire mapping at a place away.</summary>
    protected void UnmapEntire(int place, int mm)
    {
        _table.Take(place, mm, 1);
        Recorder.UnmapEntire(_table.FolioAt(place), _mms[mm]);
    }

    private unsafe void Map(int place, int mm, int count, bool isEntire)
    {
        Folio folio = Stage.Folios.FolioAt(place);
        if (_table.Total(place) == 0)
        {
            if (!folio.IsNull && Recorder<TTracking>.TryHold(folio))
            {
                Add(folio, place, mm, count, isEntire);
                Recorder.Drop(folio);
            }
        }
        else if (_table.FolioAt(place).State == folio.State)
        {
            // Its mappings hold references.
            Add(folio, place, mm, count, isEntire);
        }
        else
        {
            UnmapAll(place);
        }
    }

    private void Add(Folio folio, int place, int mm, int count, bool isEntire)
    {
        if (isEntire)
        {
            Recorder.MapEntire(folio, _mms[mm]);
        }
        else
        {
            Recorder.Map(folio, _mms[mm], PageAfter(place, mm), count);
        }

        _table.Add(place, folio, mm, count);
    }

    /// <summary>Unmaps pages at a place, of which the MM maps at least so many.</summary>
    protected void Unmap(int place, int mm, int count)
    {
        _table.Take(place, mm, count);
        Recorder.Unmap(_table.FolioAt(place), _mms[mm], PageAfter(place, mm), count);
    }

    /// <summary>Unmaps all pages that an MM maps at a place, in batches of a folio's pages at most.</summary>
    protected virtual void UnmapAll(int place, int mm)
    {
        for (int left = _table.Of(place, mm); left > 0; left = _table.Of(place, mm))
        {
            Unmap(place, mm, Math.Min(left, Stage.Shape.Pages));
        }
    }

    /// <summary>
    /// The page behind those that an MM maps at a place. Each MM starts at a page of its own and goes on from there,
    /// round the folio's end: some MMs share pages and some do not.
    /// </summary>
    private int PageAfter(int place, int mm) =>
        ((((Index * _mms.Length) + mm) * PagesBetweenMms) + _table.Of(place, mm)) & (Stage.Shape.Pages - 1);

    private void UnmapAll(int place)
    {
        for (int mm = 0; mm < _mms.Length; mm++)
        {
            UnmapAll(place, mm);
        }
    }

    /// <summary>
    /// Puts a new folio in one of its places. The old one lives on until the last mapping and reader is gone.
    /// </summary>
    protected void Replace(int place)
    {
        if (Recorder.TryMakeFolio(Stage.Shape.Order, default, 0, 0, 1, out Folio made))
        {
            Exchange(place, made);
        }
    }
}
