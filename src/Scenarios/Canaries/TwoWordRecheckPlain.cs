using Atomics;
using Tracker.Reading;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>Canary <c>two-word-recheck-plain</c>: the recheck's read of the count does not keep that of the number behind it.</summary>
public readonly struct TwoWordRecheckPlain : ISnapshotReadVariant<TwoWordBarrierRead>
{
    /// <summary>The step replaced: the count is read plainly instead of with acquire.</summary>
    public static bool MustRetry<TMemory>(ref long sequence, long word) where TMemory : struct, IMemory
    {
        TMemory.ReadBarrier();
        return TMemory.ReadPlain(ref SequenceHalves.Lower(ref sequence)) != 0
            || TMemory.ReadPlain(ref SequenceHalves.Upper(ref sequence)) != SequenceHalves.UpperOf(word);
    }
}
