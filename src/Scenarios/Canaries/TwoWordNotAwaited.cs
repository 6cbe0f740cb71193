using Atomics;
using Scenarios.Canaries.Variants;
using Scenarios.Selection;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>two-word-not-awaited</c>: a shared writer enters beside an exclusive one, whose plain stores then undo its
/// adds.
/// </summary>
internal sealed class TwoWordNotAwaited() : SeqcountCanary(
    "two-word-not-awaited", "A shared writer does not wait for the exclusive one.", Protocols.TwoWord)
{
    public override int MinWriters => 2;

    public override TResult Select<TWidth, TStamp, TResult>(ISeqcountVisitor<TResult> visitor) =>
        visitor.Visit<Variant<TWidth, TStamp>>();

    private readonly struct Variant<TWidth, TStamp> : ISeqcountVariant<TwoWordSeqcount<TWidth, TStamp>>
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
}
