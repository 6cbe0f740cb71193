using Atomics;
using Scenarios.Canaries.Variants;
using Scenarios.Selection;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>two-word-end-plain</c>: the store that ends an exclusive section orders nothing, so that the end may be
/// seen before the updates.
/// </summary>
internal sealed class TwoWordEndPlain() : SeqcountCanary(
    "two-word-end-plain", "The exclusive writer's last store orders nothing.", Protocols.TwoWord)
{
    public override Visibility Visibility => Visibility.WeakMemory;

    public override TResult Select<TStamp, TResult>(ISeqcountVisitor<TResult> visitor) =>
        visitor.Visit<Variant<TStamp>>();

    private readonly struct Variant<TStamp> : ISeqcountVariant<TwoWordSeqcount<TStamp>>
        where TStamp : struct, IStampMode
    {
        /// <summary>The step replaced: plain instead of release.</summary>
        public static long WriteEnd<TMemory>(ref long sequence, bool alone) where TMemory : struct, IMemory
        {
            if (!alone)
            {
                return TwoWordSeqcount<TStamp>.WriteEnd<TMemory>(ref sequence, alone);
            }

            ref int upper = ref SequenceHalves.Upper(ref sequence);
            int next = TMemory.ReadPlain(ref upper)
                + TwoWordSeqcount<TStamp>.OneSection - TwoWordSeqcount<TStamp>.ExclusiveWriter;
            TMemory.WritePlain(ref upper, next);
            return TwoWordSeqcount<TStamp>.NumberOf(next);
        }
    }
}
