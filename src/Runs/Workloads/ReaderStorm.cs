using Runs.Totals;
using Tracker.SubIds;

namespace Runs.Workloads;

/// <summary>
/// Workload <c>reader-storm</c>: one writer on few folios, and at least twice as many readers as there are cores.
/// </summary>
internal sealed class ReaderStorm : Workload
{
    private const int ReadersPerCore = 2;

    /// <inheritdoc/>
    public override string Name => "reader-storm";

    /// <inheritdoc/>
    public override string Description => "One writer, many readers, few folios.";

    /// <inheritdoc/>
    public override int DefaultOrder => 13;

    /// <inheritdoc/>
    public override int DefaultFolios => 4;

    /// <inheritdoc/>
    public override WorkloadShape Fit(WorkloadShape shape, SubIdScheme scheme) => shape with
    {
        Writers = 1,
        Readers = Math.Max(shape.Readers, ReadersPerCore * Environment.ProcessorCount),
    };

    /// <inheritdoc/>
    public override CountedRole CreateWriter<TTracking>(Stage<TTracking> stage, int writer) =>
        new ChurnWriter<TTracking>(stage, writer);
}
