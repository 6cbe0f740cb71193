namespace Runs.Tracing.Replay;

/// <summary>
/// What the completed passes did, in constant memory. Written by one worker at a time; may be read at any time.
/// </summary>
public sealed class PassSummary
{
    private long _laterEvents;
    private double _laterSeconds;
    private volatile int _passes;

    /// <summary>Passes completed.</summary>
    public int Passes => _passes;

    /// <summary>The last pass completed, or null.</summary>
    public TracePass? Last { get; private set; }

    /// <summary>
    /// Events replayed per second of wall time, over all passes but the first, in which memory is still being allocated
    /// and code compiled; of the first if there is no other; 0 if there is none.
    /// </summary>
    public double EventsPerSecond => _laterSeconds > 0 ? _laterEvents / _laterSeconds : Last?.EventsPerSecond ?? 0;

    /// <summary>Adds a pass.</summary>
    public void Add(TracePass pass)
    {
        if (_passes > 0)
        {
            _laterEvents += pass.Counts.Events;
            _laterSeconds += pass.Seconds;
        }

        Last = pass;
        _passes++;
    }
}
