using Atomics;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>two-word-not-looked</c>: a writer that has taken the bit does not look whether a shared writer is inside, whose
/// adds its plain stores may then undo.
/// </summary>
/// <typeparam name="TWidth">Width of the sequence number.</typeparam>
/// <typeparam name="TStamp">Whether a section's end returns its number.</typeparam>
public readonly struct TwoWordNotLooked<TWidth, TStamp> : ISeqcountVariant<TwoWordSeqcount<TWidth, TStamp>>
    where TWidth : struct, ISequenceWidth
    where TStamp : struct, IStampMode
{
    /// <summary>The step replaced: the look at the shared writers belongs behind the taking.</summary>
    public static bool WriteBegin<TMemory>(ref long sequence) where TMemory : struct, IMemory
    {
        bool alone = TwoWordSeqcount<TWidth, TStamp>.TryTake<TMemory>(ref sequence);
        if (!alone)
        {
            TwoWordSeqcount<TWidth, TStamp>.Share<TMemory>(ref sequence);
        }

        return alone;
    }
}
