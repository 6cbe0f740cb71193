using Runs.Totals;
using Tracker.SubIds;

namespace Runs.Workloads;

/// <summary>
/// Workload <c>ids</c>: MMs are made and dropped as fast as possible; every second writer takes its IDs from a cache of
/// its own.
/// </summary>
internal sealed class IdThrash : Workload
{
    /// <inheritdoc/>
    public override string Name => "ids";

    /// <inheritdoc/>
    public override string Description =>
        "MMs are made and dropped as fast as possible, by some writers with cached IDs.";

    /// <inheritdoc/>
    public override int DefaultOrder => 2;

    /// <inheritdoc/>
    public override int DefaultFolios => 4;

    /// <summary>The lowest IDs, where the allocations of all threads meet.</summary>
    public override bool ScattersIds => false;

    /// <summary>At least two writers without a cache, or nobody meets anybody.</summary>
    private const int MinWriters = 4;

    private const int MinMmsPerWriter = 8;

    /// <inheritdoc/>
    public override WorkloadShape Fit(WorkloadShape shape, SubIdScheme scheme)
    {
        int writers = Math.Max(shape.Writers, MinWriters);
        return shape with { Writers = writers, Mms = Math.Max(shape.Mms, writers * MinMmsPerWriter) };
    }

    /// <summary>No folio is mapped.</summary>
    public override long TableEntries(WorkloadShape shape) => 2L * shape.MmsPerWriter;

    /// <inheritdoc/>
    public override CountedRole CreateWriter<TTracking>(Stage<TTracking> stage, int writer) =>
        new IdThrashWriter<TTracking>(stage, writer, writer % 2 == 0 ? null : stage.World.CreateIdCache());
}
