using Runs.Tracing.Events;
using Runs.Tracing.Memory;
using Tracker.Tracking;

namespace Runs.Tracing.Replay;

/// <summary>How far a process has come in a pass.</summary>
/// <param name="events">Its events.</param>
/// <typeparam name="TTracking">The tracker.</typeparam>
internal sealed class RunningProcess<TTracking>(TraceEvent[] events)
    where TTracking : struct, ITracking
{
    /// <summary>Its events.</summary>
    public TraceEvent[] Events { get; } = events;

    /// <summary>Index of the next event.</summary>
    public int NextEvent { get; set; }

    /// <summary>Its memory, while it runs.</summary>
    public ProcessMemory<TTracking>? Memory { get; set; }
}
