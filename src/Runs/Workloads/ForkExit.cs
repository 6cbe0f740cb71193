using Runs.Totals;

namespace Runs.Workloads;

/// <summary>
/// Workload <c>fork-exit</c>: each writer has a parent MM with folios of its own and forks children that map folios of
/// any parent in batches, fault on some of their pages, and exit. Mappings alone hold the folios, so that copy-on-write
/// faults of the parent find them its own again.
/// </summary>
internal sealed class ForkExit : Workload
{
    /// <inheritdoc/>
    public override string Name => "fork-exit";

    /// <inheritdoc/>
    public override string Description => "Folios are mapped into a new MM in batches, copied on write, and dropped.";

    /// <inheritdoc/>
    public override int DefaultOrder => 4;

    /// <summary>A writer knows its own folios; its children are gone before the next.</summary>
    public override long TableEntries(WorkloadShape shape) => 2L * shape.Folios;

    /// <inheritdoc/>
    public override CountedRole CreateWriter<TTracking>(Stage<TTracking> stage, int writer) =>
        new ForkExitWriter<TTracking>(stage, writer);
}
