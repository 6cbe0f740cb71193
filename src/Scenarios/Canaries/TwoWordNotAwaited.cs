using Atomics;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>two-word-not-awaited</c>: a shared writer enters beside an exclusive one, whose plain stores then undo its adds.
/// </summary>
/// <typeparam name="TWidth">Width of the sequence number.</typeparam>
/// <typeparam name="TStamp">Whether a section's end returns its number.</typeparam>
public readonly struct TwoWordNotAwaited<TWidth, TStamp> : ISeqcountVariant<TwoWordSeqcount<TWidth, TStamp>>
    where TWidth : struct, ISequenceWidth
    where TStamp : struct, IStampMode
{
    /// <inheritdoc/>
    public static bool WriteBegin<TMemory>(ref long sequence) where TMemory : struct, IMemory
    {
        if (!TwoWordSeqcount<TWidth, TStamp>.TryTake<TMemory>(ref sequence))
        {
            // The step replaced: the wait for the exclusive writer belongs behind this.
            TMemory.Add(ref SequenceHalves.Lower(ref sequence), TwoWordSeqcount<TWidth, TStamp>.OneWriter);
            return false;
        }

        if (TMemory.ReadAcquire(ref SequenceHalves.Lower(ref sequence)) == 0)
        {
            return true;
        }

        TwoWordSeqcount<TWidth, TStamp>.GiveWay<TMemory>(ref sequence);
        return false;
    }
}
