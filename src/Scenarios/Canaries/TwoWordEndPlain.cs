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

    public override TResult Select<TWidth, TStamp, TResult>(ISeqcountVisitor<TResult> visitor) =>
        visitor.Visit<Variant<TWidth, TStamp>>();

    private readonly struct Variant<TWidth, TStamp> : ISeqcountVariant<TwoWordSeqcount<TWidth, TStamp>>
        where TWidth : struct, ISequenceWidth
        where TStamp : struct, IStampMode
    {
        /// <summary>The step replaced: plain instead of release.</summary>
        public static long WriteEnd<TMemory>(ref long sequence, bool alone) where TMemory : struct, IMemory
        {
            if (!alone)
            {
                return TwoWordSeqcount<TWidth, TStamp>.WriteEnd<TMemory>(ref sequence, alone);
            }

            ref int upper = ref SequenceHalves.Upper(ref sequence);
            int next = TMemory.ReadPlain(ref upper)
                + TwoWordSeqcount<TWidth, TStamp>.OneSection - TwoWordSeqcount<TWidth, TStamp>.ExclusiveWriter;
            TMemory.WritePlain(ref upper, next);
            return TwoWordSeqcount<TWidth, TStamp>.NumberOf(next);
        }
    }
}
