using Harness;
using Runs.Recording;
using Runs.Totals;
using Tracker.Folios;
using Tracker.Ids;
using Tracker.Tracking;

namespace Runs.Workloads;

/// <summary>A role of a workload: its recorder, its random numbers, the stage.</summary>
/// <typeparam name="TTracking">The tracker.</typeparam>
public abstract class Worker<TTracking> : CountedRole
    where TTracking : struct, ITracking
{
    /// <summary>
    /// Operations of a turn: enough to hide the call, few enough that the worker soon sees that the run ends.
    /// </summary>
    protected const int OperationsPerTurn = 128;

    /// <summary>A worker's random numbers. A field: it is a mutable struct.</summary>
    protected Prng Random;

    private readonly IRmapIds? _ids;

    /// <summary>Makes a worker.</summary>
    /// <param name="stage">What the workers share.</param>
    /// <param name="worker">Its index among all workers.</param>
    /// <param name="ids">Where its MMs get their IDs; null for the world's allocator. Disposed with the worker.</param>
    protected Worker(Stage<TTracking> stage, int worker, IRmapIds? ids = null)
    {
        _ids = ids;
        Stage = stage;
        Index = worker;
        Recorder = new Recorder<TTracking>(stage.World, stage.Tracking, ids);
        Random = new Prng(stage.Shape.Seed, worker);
    }

    /// <inheritdoc/>
    public override WorkerCounts Counts => Recorder.Counts;

    /// <summary>Its index among all workers.</summary>
    protected int Index { get; }

    /// <summary>What the workers share.</summary>
    protected Stage<TTracking> Stage { get; }

    /// <summary>Its way to the tracker.</summary>
    protected Recorder<TTracking> Recorder { get; }

    /// <inheritdoc/>
    public override void Dispose()
    {
        // What a cache keeps goes back when nobody can drop an MM any more.
        _ids?.Dispose();
        Recorder.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// One of the places that are the worker's own to fill, of which it has one at least: those whose index, modulo the
    /// number of writers, is its own.
    /// </summary>
    protected int OwnPlace()
    {
        int own = (Stage.Folios.Places - Index + Stage.Shape.Writers - 1) / Stage.Shape.Writers;
        return Index + (Random.Below(own) * Stage.Shape.Writers);
    }

    /// <summary>Makes an MM, where running out of them would be a defect of the workload.</summary>
    protected MmHandle MakeMm() =>
        Recorder.TryMakeMm(out MmHandle mm) is var result && mm.Mm.IsNull
            ? throw new InvalidOperationException($"The workload's MMs do not suffice: {result}.")
            : mm;

    /// <summary>Makes a folio that nobody maps, where running out of them would be a defect of the workload.</summary>
    protected Folio MakeFolio(MmHandle mm, int firstMappings, int references) =>
        Recorder.TryMakeFolio(Stage.Shape.Order, mm, 0, firstMappings, references, out Folio folio)
            ? folio
            : throw new InvalidOperationException("The workload's folios do not suffice.");

    /// <summary>
    /// Fills an array with MMs, which readers ask about, and each of the worker's own places with a folio.
    /// </summary>
    protected void MakeOwn(MmHandle[] mms)
    {
        for (int mm = 0; mm < mms.Length; mm++)
        {
            mms[mm] = MakeMm();
            Stage.Mms.Put((Index * mms.Length) + mm, mms[mm].Mm);
        }

        for (int place = Index; place < Stage.Folios.Places; place += Stage.Shape.Writers)
        {
            Stage.Folios.Put(place, MakeFolio(default, firstMappings: 0, references: 1));
        }
    }

    /// <summary>Empties the worker's own places and drops its MMs.</summary>
    protected void DropOwn(MmHandle[] mms)
    {
        for (int place = Index; place < Stage.Folios.Places; place += Stage.Shape.Writers)
        {
            Exchange(place, default);
        }

        foreach (MmHandle mm in mms)
        {
            Recorder.Drop(mm);
        }
    }

    /// <summary>Puts a folio at a place, and drops the one that was there.</summary>
    protected void Exchange(int place, Folio folio)
    {
        Folio old = Stage.Folios.FolioAt(place);
        Stage.Folios.Put(place, folio);
        Recorder.Drop(old);
    }
}
