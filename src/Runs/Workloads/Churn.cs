using Runs.Totals;

namespace Runs.Workloads;

/// <summary>
/// Workload <c>churn</c>: every writer maps and unmaps batches of every folio at random; folios come and go.
/// </summary>
public sealed class Churn : Workload
{
    /// <inheritdoc/>
    public override string Name => "churn";

    /// <inheritdoc/>
    public override string Description => "Random mapping and unmapping in mixed batches; folios come and go.";

    /// <inheritdoc/>
    public override CountedRole CreateWriter<TTracking>(Stage<TTracking> stage, int writer) =>
        new ChurnWriter<TTracking>(stage, writer);
}
