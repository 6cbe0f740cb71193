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

    public override TResult Select<TWidth, TStamp, TResult>(ISeqcountVisitor<TResult> visitor) =>
        visitor.Visit<Variant<TWidth, TStamp>>();

    private readonly struct Variant<TWidth, TStamp> : ISeqcountVariant<TwoWordSeqcount<TWidth, TStamp>>
        where TWidth : struct, ISequenceWidth
        where TStamp : struct, IStampMode
    {
        /// <summary>The step replaced: the two adds of a shared writer have changed places.</summary>
        public static long WriteEnd<TMemory>(ref long sequence, bool alone) where TMemory : struct, IMemory
        {
            if (alone)
            {
                return TwoWordSeqcount<TWidth, TStamp>.WriteEnd<TMemory>(ref sequence, alone);
            }

            TMemory.Add(ref SequenceHalves.Lower(ref sequence), -TwoWordSeqcount<TWidth, TStamp>.OneWriter);
            return TwoWordSeqcount<TWidth, TStamp>.NumberOf(
                TMemory.AddReturn(ref SequenceHalves.Upper(ref sequence), TwoWordSeqcount<TWidth, TStamp>.OneSection));
        }
    }
}
