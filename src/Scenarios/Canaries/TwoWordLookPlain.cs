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

    public override TResult Select<TStamp, TResult>(ISeqcountVisitor<TResult> visitor) =>
        visitor.Visit<Variant<TStamp>>();

    private readonly struct Variant<TStamp> : ISeqcountVariant<TwoWordSeqcount<TStamp>>
        where TStamp : struct, IStampMode
    {
        /// <inheritdoc/>
        public static bool WriteBegin<TMemory>(ref long sequence) where TMemory : struct, IMemory
        {
            if (!TwoWordSeqcount<TStamp>.TryTake<TMemory>(ref sequence))
            {
                TwoWordSeqcount<TStamp>.Share<TMemory>(ref sequence);
                return false;
            }

            // The step replaced: plain instead of acquire.
            if (TMemory.ReadPlain(ref SequenceHalves.Lower(ref sequence)) == 0)
            {
                return true;
            }

            TwoWordSeqcount<TStamp>.GiveWay<TMemory>(ref sequence);
            return false;
        }
    }
}
