using Runs.Tracing.Memory;

namespace Runs.Tracing.Replay;

/// <summary>Pages mapped through folios by all processes together, and the most there were.</summary>
/// <remarks>
/// Workers add what a slice changed, so the peak is that of the slices' ends, plus what one worker alone had mapped in
/// between.
/// </remarks>
internal sealed class MappedTotal
{
    private long _now;
    private long _peak;

    /// <summary>Most pages mapped.</summary>
    public long Peak => Volatile.Read(ref _peak);

    /// <summary>Moves a worker's share here.</summary>
    public void Move(TraceCounts counts)
    {
        long before = Interlocked.Add(ref _now, counts.Mapped) - counts.Mapped;
        long candidate = before + counts.MappedPeak;
        long peak = Volatile.Read(ref _peak);
        while (candidate > peak)
        {
            long found = Interlocked.CompareExchange(ref _peak, candidate, peak);
            if (found == peak)
            {
                break;
            }

            peak = found;
        }

        counts.Mapped = 0;
        counts.MappedPeak = 0;
    }

    /// <summary>Starts again at 0.</summary>
    public void Clear() => _now = _peak = 0;
}
