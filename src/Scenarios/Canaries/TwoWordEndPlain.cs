using Atomics;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>two-word-end-plain</c>: the store that ends an exclusive section orders nothing, so that the end may be seen before
/// the updates.
/// </summary>
/// <typeparam name="TWidth">Width of the sequence number.</typeparam>
/// <typeparam name="TStamp">Whether a section's end returns its number.</typeparam>
public readonly struct TwoWordEndPlain<TWidth, TStamp> : ISeqcountVariant<TwoWordSeqcount<TWidth, TStamp>>
    where TWidth : struct, ISequenceWidth
    where TStamp : struct, IStampMode
{
    /// <summary>The step replaced: plain instead of release.</summary>
    public static long WriteEnd<TMemory>(ref long sequence, bool alone) where TMemory : struct, IMemory
    {
        if (!alone)
        {
            return TwoWordSeqcount<TWidth, TStamp>.WriteEnd<TMemory>(ref sequence, alone);
        }

        ref int upper = ref SequenceHalves.Upper(ref sequence);
        int next = TMemory.ReadPlain(ref upper)
            + TwoWordSeqcount<TWidth, TStamp>.OneSection - TwoWordSeqcount<TWidth, TStamp>.ExclusiveWriter;
        TMemory.WritePlain(ref upper, next);
        return TwoWordSeqcount<TWidth, TStamp>.NumberOf(next);
    }
}
