using Atomics;
using Tracker.Reading;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>Canary <c>reader-recheck-unordered</c> in protocol <c>two-word</c>: no barrier before the recheck, which may then happen first.</summary>
public readonly struct TwoWordRecheckUnordered : ISnapshotReadVariant<TwoWordBarrierRead>
{
    /// <summary>The step replaced: the barrier is missing.</summary>
    public static bool MustRetry<TMemory>(ref long sequence, long word) where TMemory : struct, IMemory =>
        TMemory.ReadAcquire(ref SequenceHalves.Lower(ref sequence)) != 0
        || TMemory.ReadPlain(ref SequenceHalves.Upper(ref sequence)) != SequenceHalves.UpperOf(word);
}
