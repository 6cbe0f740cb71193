using Runs.Tracing.Memory;

namespace Runs.Tracing.Replay;

/// <summary>What one replay of a whole trace did.</summary>
/// <param name="Counts">What happened.</param>
/// <param name="MapsPeak">Most pages mapped at once through folios.</param>
/// <param name="Seconds">Wall time, audits included.</param>
public sealed record TracePass(TraceCounts Counts, long MapsPeak, double Seconds)
{
    /// <summary>Events replayed per second of wall time.</summary>
    public double EventsPerSecond => Counts.Events / Seconds;
}
