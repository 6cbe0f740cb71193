using Atomics;
using Scenarios.Canaries.Variants;
using Scenarios.Selection;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>two-word-not-looked</c>: a writer that has taken the bit does not look whether a shared writer is inside,
/// whose adds its plain stores may then undo.
/// </summary>
internal sealed class TwoWordNotLooked() : SeqcountCanary(
    "two-word-not-looked",
    "A writer that has taken the exclusive bit does not look for shared writers.", Protocols.TwoWord)
{
    public override string? Scenario => "hand-over-words";

    public override int MinWriters => 2;

    public override TResult Select<TStamp, TResult>(ISeqcountVisitor<TResult> visitor) =>
        visitor.Visit<Variant<TStamp>>();

    private readonly struct Variant<TStamp> : ISeqcountVariant<TwoWordSeqcount<TStamp>>
        where TStamp : struct, IStampMode
    {
        /// <summary>The step replaced: the look at the shared writers belongs behind the taking.</summary>
        public static bool WriteBegin<TMemory>(ref long sequence) where TMemory : struct, IMemory
        {
            bool alone = TwoWordSeqcount<TStamp>.TryTake<TMemory>(ref sequence);
            if (!alone)
            {
                TwoWordSeqcount<TStamp>.Share<TMemory>(ref sequence);
            }

            return alone;
        }
    }
}
