using Runs.Worlds;
using Tracker.Tracking;

namespace Runs.Workloads;

/// <summary>What the workers of a workload share.</summary>
/// <typeparam name="TTracking">The tracker.</typeparam>
/// <param name="world">Folios, MMs, IDs and the audit.</param>
/// <param name="tracking">The tracker.</param>
/// <param name="shape">How large it is.</param>
public sealed class Stage<TTracking>(World world, TTracking tracking, WorkloadShape shape)
    where TTracking : struct, ITracking
{
    /// <summary>Folios, MMs, IDs and the audit.</summary>
    public World World { get; } = world;

    /// <summary>The tracker.</summary>
    public TTracking Tracking { get; } = tracking;

    /// <summary>How large it is.</summary>
    public WorkloadShape Shape { get; } = shape;

    /// <summary>The folios that anybody may look at.</summary>
    public Board Folios { get; } = new(shape.Folios);

    /// <summary>The MMs that anybody may ask for.</summary>
    public Board Mms { get; } = new(shape.Writers * shape.MmsPerWriter);
}
