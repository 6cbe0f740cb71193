using Atomics;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>two-word-look-plain</c>: the look at the shared writers does not keep the section behind it, whose reads may miss
/// the updates of one that has just left.
/// </summary>
/// <typeparam name="TWidth">Width of the sequence number.</typeparam>
/// <typeparam name="TStamp">Whether a section's end returns its number.</typeparam>
public readonly struct TwoWordLookPlain<TWidth, TStamp> : ISeqcountVariant<TwoWordSeqcount<TWidth, TStamp>>
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

        // The step replaced: plain instead of acquire.
        if (TMemory.ReadPlain(ref SequenceHalves.Lower(ref sequence)) == 0)
        {
            return true;
        }

        TwoWordSeqcount<TWidth, TStamp>.GiveWay<TMemory>(ref sequence);
        return false;
    }
}
