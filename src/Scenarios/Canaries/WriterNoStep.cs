using Atomics;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>Canary <c>writer-no-step</c>: the end of a section drops the writer and leaves the sequence as it was.</summary>
/// <typeparam name="TWidth">Width of the sequence number.</typeparam>
/// <typeparam name="TStamp">Whether a section's end returns its number.</typeparam>
public readonly struct WriterNoStep<TWidth, TStamp> : ISeqcountVariant<SharedSeqcount<TWidth, TStamp>>
    where TWidth : struct, ISequenceWidth
    where TStamp : struct, IStampMode
{
    /// <summary>The step replaced: the add lacks the step.</summary>
    public static long WriteEnd<TMemory>(ref long sequence, bool alone) where TMemory : struct, IMemory
    {
        if (TStamp.IsStamped)
        {
            return TMemory.AddReturn(ref sequence, -1) >>> SharedSeqcount<TWidth, TStamp>.SequenceShift;
        }

        TMemory.Add(ref sequence, -1);
        return 0;
    }
}
