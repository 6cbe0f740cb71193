using Atomics;
using Scenarios.Canaries.Variants;
using Scenarios.Selection;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>two-word-give-back-torn</c>: a writer that gives way returns the bit by load and store, which may take
/// back the step of a shared writer that ends.
/// </summary>
internal sealed class TwoWordGiveBackTorn() : SeqcountCanary(
    "two-word-give-back-torn",
    "A writer that gives way returns the exclusive bit by load and store.", Protocols.TwoWord)
{
    public override string? Scenario => "hand-over-words";

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

            // The step replaced: two accesses instead of one.
            ref int upper = ref SequenceHalves.Upper(ref sequence);
            TMemory.Add(ref SequenceHalves.Lower(ref sequence), TwoWordSeqcount<TStamp>.OneWriter);
            int held = TMemory.ReadAcquire(ref upper);
            TMemory.WriteRelease(ref upper, held - TwoWordSeqcount<TStamp>.ExclusiveWriter);
            TMemory.FullBarrier();
            return false;
        }
    }
}
