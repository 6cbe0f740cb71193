using Atomics;
using Tracker.Reading;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>Canary <c>two-word-recheck-swapped</c>: the recheck reads the number before the count, and misses a writer that ends in between.</summary>
public readonly struct TwoWordRecheckSwapped : ISnapshotRead
{
    /// <inheritdoc/>
    public static long Begin<TMemory>(ref long sequence) where TMemory : struct, IMemory => TwoWordBarrierRead.Begin<TMemory>(ref sequence);

    /// <inheritdoc/>
    public static bool IsIdle(long word, long writersMask) => TwoWordBarrierRead.IsIdle(word, writersMask);

    /// <inheritdoc/>
    public static int Read<TMemory>(ref int location) where TMemory : struct, IMemory => TwoWordBarrierRead.Read<TMemory>(ref location);

    /// <inheritdoc/>
    public static long Read<TMemory>(ref long location) where TMemory : struct, IMemory => TwoWordBarrierRead.Read<TMemory>(ref location);

    /// <summary>The step replaced: the count belongs before the number.</summary>
    public static bool MustRetry<TMemory>(ref long sequence, long word) where TMemory : struct, IMemory
    {
        TMemory.ReadBarrier();
        return TMemory.ReadAcquire(ref SequenceHalves.Upper(ref sequence)) != SequenceHalves.UpperOf(word)
            || TMemory.ReadAcquire(ref SequenceHalves.Lower(ref sequence)) != 0;
    }
}
