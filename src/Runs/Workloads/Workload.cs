using Runs.Totals;
using Tracker.Ids;
using Tracker.SubIds;
using Tracker.Tracking;

namespace Runs.Workloads;

/// <summary>What real threads do with the tracker: a name of <c>run --workload</c>.</summary>
public abstract class Workload
{
    /// <summary>Name on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>What it does, in one sentence.</summary>
    public abstract string Description { get; }

    /// <summary>Order of its folios unless told otherwise.</summary>
    public virtual int DefaultOrder => 9;

    /// <summary>Folios at once unless told otherwise: few enough that writers and readers meet.</summary>
    public virtual int DefaultFolios => 64;

    /// <summary>MMs at once unless told otherwise.</summary>
    public virtual int DefaultMms => 16;

    /// <summary>Whether IDs are spread over their whole range, so that every value of a folio is used.</summary>
    public virtual bool ScattersIds => true;

    /// <summary>Whether a number of sections can be divided among the writers beforehand.</summary>
    public virtual bool IsDivisible => true;

    /// <summary>Where IDs come from.</summary>
    /// <param name="scheme">The scheme that must be able to track them.</param>
    /// <param name="allocator">The allocator under test.</param>
    public virtual IRmapIds ChooseIds(SubIdScheme scheme, IRmapIds allocator) => ScattersIds
        ? new ScatteredIds(allocator)
        : allocator;

    /// <summary>Fits a shape to the workload, such as a single folio.</summary>
    /// <param name="shape">The shape asked for.</param>
    /// <param name="scheme">The scheme that must be able to track its MMs.</param>
    public virtual WorkloadShape Fit(WorkloadShape shape, SubIdScheme scheme) => shape;

    /// <summary>Folios that the workload may hold at once, those on their way out included.</summary>
    public virtual int FolioCapacity(WorkloadShape shape) => (2 * shape.Folios) + (8 * (shape.Writers + shape.Readers));

    /// <summary>MMs that the workload may hold at once, those on their way out included.</summary>
    public virtual int MmCapacity(WorkloadShape shape) => (2 * shape.Mms) + (8 * (shape.Writers + shape.Readers));

    /// <summary>Entries of one writer's tables: at each place, a count for each of its MMs.</summary>
    public virtual long TableEntries(WorkloadShape shape) => (long)shape.Folios * (shape.MmsPerWriter + WordsOfPlace);

    /// <summary>What a writer keeps of a place besides, in entries.</summary>
    private const int WordsOfPlace = 3;

    /// <summary>Makes a writer.</summary>
    /// <param name="stage">What the workers share.</param>
    /// <param name="writer">0 to the number of writers - 1.</param>
    public abstract CountedRole CreateWriter<TTracking>(Stage<TTracking> stage, int writer)
        where TTracking : struct, ITracking;

    /// <summary>Makes a reader: <see cref="Reader{TTracking}"/> unless the workload has one of its own.</summary>
    /// <param name="stage">What the workers share.</param>
    /// <param name="reader">0 to the number of readers - 1.</param>
    public virtual CountedRole CreateReader<TTracking>(Stage<TTracking> stage, int reader)
        where TTracking : struct, ITracking =>
        new Reader<TTracking>(stage, stage.Shape.Writers + reader);
}
