using Atomics;
using Scenarios.Canaries.Variants;
using Scenarios.Selection;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>two-word-look-plain</c>: the look at the shared writers does not keep the section behind it, whose reads
/// may miss the updates of one that has just left.
/// </summary>
internal sealed class TwoWordLookPlain() : SeqcountCanary(
    "two-word-look-plain", "The look for shared writers keeps nothing behind it.", Protocols.TwoWord)
{
    public override Visibility Visibility => Visibility.WeakMemory;

    public override string? Scenario => "hand-over-words";

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
}
