using Atomics;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>exclusive-not-awaited</c>: a shared writer enters beside an exclusive one, whose plain stores then undo its adds.
/// </summary>
/// <typeparam name="TWidth">Width of the sequence number.</typeparam>
/// <typeparam name="TStamp">Whether a section's end returns its number.</typeparam>
public readonly struct ExclusiveNotAwaited<TWidth, TStamp> : ISeqcountVariant<ExclusiveSeqcount<TWidth, TStamp>>
    where TWidth : struct, ISequenceWidth
    where TStamp : struct, IStampMode
{
    private const long ExclusiveWriter = ExclusiveSeqcount<TWidth, TStamp>.ExclusiveWriter;

    /// <inheritdoc/>
    public static bool WriteBegin<TMemory>(ref long sequence) where TMemory : struct, IMemory
    {
        long seen = TMemory.ReadPlain(ref sequence);
        if ((seen & ExclusiveSeqcount<TWidth, TStamp>.WritersMask) == 0 && TMemory.CompareExchange(ref sequence, seen | ExclusiveWriter, seen) == seen)
        {
            return true;
        }

        TMemory.Add(ref sequence, 1); // The step replaced: the wait for the exclusive writer belongs behind this.
        return false;
    }
}
