using Runs.Totals;
using Tracker.SubIds;

namespace Runs.Workloads;

/// <summary>
/// Workload <c>pinners</c>: the writers are threads of one process and map pages of its folios into its one MM, while
/// others take pins: references that are no mappings, as get_user_pages does. Every copy-on-write question is then
/// decided by the references.
/// </summary>
internal sealed class Pinners : Workload
{
    /// <inheritdoc/>
    public override string Name => "pinners";

    /// <inheritdoc/>
    public override string Description => "Threads of one process fault while others pin its folios.";

    /// <inheritdoc/>
    public override int DefaultOrder => 10;

    /// <inheritdoc/>
    public override int DefaultFolios => 4;

    /// <inheritdoc/>
    public override WorkloadShape Fit(WorkloadShape shape, SubIdScheme scheme) => shape with
    {
        Folios = Math.Max(shape.Folios, shape.Writers),
        Mms = shape.Writers,
        Readers = Math.Max(shape.Readers, 2),
    };

    /// <inheritdoc/>
    public override CountedRole CreateWriter<TTracking>(Stage<TTracking> stage, int writer) =>
        new PinnedWriter<TTracking>(stage, writer);

    /// <inheritdoc/>
    public override CountedRole CreateReader<TTracking>(Stage<TTracking> stage, int reader) => reader % 2 == 0
        ? new Pinner<TTracking>(stage, stage.Shape.Writers + reader)
        : base.CreateReader(stage, reader);
}
