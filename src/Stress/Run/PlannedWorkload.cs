using Runs.Tracing;
using Runs.Workloads;

namespace Stress.Run;

/// <summary>A workload of a run.</summary>
/// <param name="Workload">What the threads do.</param>
/// <param name="Shape">How large it is.</param>
/// <param name="Trace">The same, if it is a trace: it has passes, and is not cut into stretches; else null.</param>
internal sealed record PlannedWorkload(Workload Workload, WorkloadShape Shape, TraceWorkload? Trace)
{
    /// <summary>Name of the workload.</summary>
    public string Name => Workload.Name;

    /// <summary>Orders of its folios.</summary>
    public OrderRange Orders => Shape.Orders;
}
