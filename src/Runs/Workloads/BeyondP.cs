using Runs.Totals;

namespace Runs.Workloads;

/// <summary>
/// Workload <c>beyond-p</c>: MMs map a folio as a whole and once more, as when a huge page is remapped (P page-table
/// entries and one of a higher table), so that mapcounts rise above the page count P, where the values may wrap, and
/// fall again.
/// </summary>
internal sealed class BeyondP : Workload
{
    /// <inheritdoc/>
    public override string Name => "beyond-p";

    /// <inheritdoc/>
    public override string Description => "Mapcounts rise above the page count and fall again.";

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
