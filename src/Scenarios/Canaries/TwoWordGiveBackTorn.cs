using Atomics;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>two-word-give-back-torn</c>: a writer that gives way returns the bit by load and store, which may take back the step
/// of a shared writer that ends.
/// </summary>
/// <typeparam name="TWidth">Width of the sequence number.</typeparam>
/// <typeparam name="TStamp">Whether a section's end returns its number.</typeparam>
public readonly struct TwoWordGiveBackTorn<TWidth, TStamp> : ISeqcountVariant<TwoWordSeqcount<TWidth, TStamp>>
    where TWidth : struct, ISequenceWidth
    where TStamp : struct, IStampMode
{
    /// <inheritdoc/>
    public static bool WriteBegin<TMemory>(ref long sequence) where TMemory : struct, IMemory
    {
        if (!TwoWordSeqcount<TWidth, TStamp>.TryTake<TMemory>(ref sequence))
        {
            TwoWordSeqcount<TWidth, TStamp>.Share<TMemory>(ref sequence);
            return false;
        }

        if (TMemory.ReadAcquire(ref SequenceHalves.Lower(ref sequence)) == 0)
        {
            return true;
        }

        // The step replaced: two accesses instead of one.
        ref int upper = ref SequenceHalves.Upper(ref sequence);
        TMemory.Add(ref SequenceHalves.Lower(ref sequence), TwoWordSeqcount<TWidth, TStamp>.OneWriter);
        TMemory.WriteRelease(ref upper, TMemory.ReadAcquire(ref upper) - TwoWordSeqcount<TWidth, TStamp>.ExclusiveWriter);
        TMemory.FullBarrier();
        return false;
    }
}
