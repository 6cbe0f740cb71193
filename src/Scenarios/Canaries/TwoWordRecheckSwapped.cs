using Atomics;
using Tracker.Reading;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>Canary <c>two-word-recheck-swapped</c>: the recheck reads the number before the count, and misses a writer that ends in between.</summary>
public readonly struct TwoWordRecheckSwapped : ISnapshotReadVariant<TwoWordBarrierRead>
{
    /// <summary>The step replaced: the count belongs before the number.</summary>
    public static bool MustRetry<TMemory>(ref long sequence, long word) where TMemory : struct, IMemory
    {
        TMemory.ReadBarrier();
        return TMemory.ReadAcquire(ref SequenceHalves.Upper(ref sequence)) != SequenceHalves.UpperOf(word)
            || TMemory.ReadAcquire(ref SequenceHalves.Lower(ref sequence)) != 0;
    }
}
