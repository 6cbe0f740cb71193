using System.Diagnostics;
using HdrHistogram;

namespace Stress.Bench.Cases;

/// <summary>What one thread does in a measurement.</summary>
internal abstract class BenchWorker
{
    /// <summary>
    /// Operations between two looks at the stop flag: a few microseconds, so that the look costs nothing and the end is
    /// sharp.
    /// </summary>
    public const int ChunkOperations = 256;

    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>Tries of decisions that were not accepted.</summary>
    public long Retries { get; protected set; }

    /// <summary>Decisions.</summary>
    public long Reads { get; protected set; }

    /// <summary>Sum of what was decided: an answer that nobody used would not be computed.</summary>
    public long Answers { get; protected set; }

    /// <summary>Does <see cref="ChunkOperations"/> operations.</summary>
    public abstract void Chunk();

    /// <summary>Does the next operation alone.</summary>
    public abstract void One();

    /// <summary>Times operations one by one. The clock's own cost is included.</summary>
    /// <param name="latencies">Takes nanoseconds.</param>
    /// <param name="operations">How many.</param>
    public void Sample(LongHistogram latencies, int operations)
    {
        for (int operation = 0; operation < operations; operation++)
        {
            long start = Stopwatch.GetTimestamp();
            One();
            long nanoseconds = (Stopwatch.GetTimestamp() - start) * NanosecondsPerSecond / Stopwatch.Frequency;
            latencies.RecordValue(Math.Min(nanoseconds, latencies.HighestTrackableValue));
        }
    }
}
