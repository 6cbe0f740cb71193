using Atomics;
using Scenarios.Canaries.Variants;
using Scenarios.Selection;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>writer-no-step</c>: the end of a section drops the writer and leaves the sequence as it was.
/// </summary>
internal sealed class WriterNoStep() : SeqcountCanary(
    "writer-no-step", "The section's end does not advance the sequence.", Protocols.Shared)
{
    public override TResult Select<TStamp, TResult>(ISeqcountVisitor<TResult> visitor) =>
        visitor.Visit<Variant<TStamp>>();

    private readonly struct Variant<TStamp> : ISeqcountVariant<SharedSeqcount<TStamp>>
        where TStamp : struct, IStampMode
    {
        /// <summary>The step replaced: the add lacks the step.</summary>
        public static long WriteEnd<TMemory>(ref long sequence, bool alone) where TMemory : struct, IMemory
        {
            if (TStamp.IsStamped)
            {
                return TMemory.AddReturn(ref sequence, -1) >>> SharedSeqcount<TStamp>.Format.Shift;
            }

            TMemory.Add(ref sequence, -1);
            return 0;
        }
    }
}
