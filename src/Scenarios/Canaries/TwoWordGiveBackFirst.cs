using Atomics;
using Scenarios.Canaries.Variants;
using Scenarios.Selection;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>two-word-give-back-first</c>: a writer that gives way returns the bit before it is counted, so that
/// another may take the bit meanwhile and believe itself alone.
/// </summary>
internal sealed class TwoWordGiveBackFirst() : SeqcountCanary(
    "two-word-give-back-first",
    "A writer that gives way returns the exclusive bit before it is counted.", Protocols.TwoWord)
{
    public override string? Scenario => "give-way-words";

    public override int MinWriters => 2;

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

            if (TMemory.ReadAcquire(ref SequenceHalves.Lower(ref sequence)) == 0)
            {
                return true;
            }

            // The step replaced: the two adds have changed places.
            TMemory.Add(ref SequenceHalves.Upper(ref sequence), -TwoWordSeqcount<TStamp>.ExclusiveWriter);
            TMemory.Add(ref SequenceHalves.Lower(ref sequence), TwoWordSeqcount<TStamp>.OneWriter);
            return false;
        }
    }
}
