using Runs.Totals;
using Tracker.SubIds;

namespace Runs.Workloads;

/// <summary>Workload <c>hot</c>: as <see cref="Churn"/>, with all threads on one folio.</summary>
internal sealed class Hot : Workload
{
    /// <inheritdoc/>
    public override string Name => "hot";

    /// <inheritdoc/>
    public override string Description => "All threads on one folio.";

    /// <inheritdoc/>
    public override WorkloadShape Fit(WorkloadShape shape, SubIdScheme scheme) => shape with { Folios = 1 };

    /// <inheritdoc/>
    public override CountedRole CreateWriter<TTracking>(Stage<TTracking> stage, int writer) =>
        new ChurnWriter<TTracking>(stage, writer);
}
