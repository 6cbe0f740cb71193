using Runs.Totals;

namespace Runs.Workloads;

/// <summary>
/// Workload <c>beyond-p</c>: huge pages are remapped, from an entire mapping to P entries of a page table and back, for
/// a moment with both, so that mapcounts rise above the page count P, where the values may wrap, and fall again.
/// </summary>
internal sealed class BeyondP : Workload
{
    /// <inheritdoc/>
    public override string Name => "beyond-p";

    /// <inheritdoc/>
    public override string Description =>
        "Huge pages are remapped, so that mapcounts rise above the page count and fall again.";

    /// <inheritdoc/>
    public override int DefaultOrder => 11;

    /// <inheritdoc/>
    public override int DefaultFolios => 16;

    /// <inheritdoc/>
    public override int DefaultMms => 4;

    /// <inheritdoc/>
    public override CountedRole CreateWriter<TTracking>(Stage<TTracking> stage, int writer) =>
        new BeyondPWriter<TTracking>(stage, writer);
}
