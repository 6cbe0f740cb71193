using Atomics;
using Scenarios.Canaries.Variants;
using Scenarios.Selection;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>two-word-leave-first</c>: a shared writer leaves the count before it advances the sequence, so that its
/// section is over and not counted for a while.
/// </summary>
internal sealed class TwoWordLeaveFirst() : SeqcountCanary(
    "two-word-leave-first", "A shared writer leaves the count before it advances the sequence.", Protocols.TwoWord)
{
    public override string? Scenario => "share-words";

    public override int MinWriters => 2;

    public override TResult Select<TStamp, TResult>(ISeqcountVisitor<TResult> visitor) =>
        visitor.Visit<Variant<TStamp>>();

    private readonly struct Variant<TStamp> : ISeqcountVariant<TwoWordSeqcount<TStamp>>
        where TStamp : struct, IStampMode
    {
        /// <summary>The step replaced: the two adds of a shared writer have changed places.</summary>
        public static long WriteEnd<TMemory>(ref long sequence, bool alone) where TMemory : struct, IMemory
        {
            if (alone)
            {
                return TwoWordSeqcount<TStamp>.WriteEnd<TMemory>(ref sequence, alone);
            }

            TMemory.Add(ref SequenceHalves.Lower(ref sequence), -TwoWordSeqcount<TStamp>.OneWriter);
            return TwoWordSeqcount<TStamp>.NumberOf(
                TMemory.AddReturn(ref SequenceHalves.Upper(ref sequence), TwoWordSeqcount<TStamp>.OneSection));
        }
    }
}
