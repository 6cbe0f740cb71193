using Runs.Totals;

namespace Runs.Workloads;

/// <summary>
/// Workload <c>splits</c>: folios that others map and look at are split again and again, each into several of a smaller
/// order, those of order 2 into pages.
/// </summary>
internal sealed class Splits : Workload
{
    /// <summary>Most parts of one split.</summary>
    public const int MaxParts = 8;

    /// <inheritdoc/>
    public override string Name => "splits";

    /// <inheritdoc/>
    public override string Description => "Folios are split into smaller ones, down to pages, while others look.";

    /// <inheritdoc/>
    /// <remarks>Few, so that a reader is often at a folio that changes.</remarks>
    public override int DefaultFolios => 8;

    /// <inheritdoc/>
    public override int FolioCapacity(WorkloadShape shape) =>
        base.FolioCapacity(shape) + (shape.Writers * MaxParts);

    /// <inheritdoc/>
    public override CountedRole CreateWriter<TTracking>(Stage<TTracking> stage, int writer) =>
        new SplitsWriter<TTracking>(stage, writer);
}
