using Atomics;
using Scenarios.Canaries.Variants;
using Scenarios.Selection;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>patient-not-awaited</c>: a writer whose patience is at an end enters beside the exclusive one, whose plain
/// stores then undo its adds.
/// </summary>
internal sealed class PatientNotAwaited() : SeqcountCanary(
    "patient-not-awaited", "A writer that has run out of patience does not wait.", Protocols.Patient)
{
    public override int MinWriters => 2;

    public override TResult Select<TWidth, TStamp, TResult>(ISeqcountVisitor<TResult> visitor) =>
        visitor.Visit<Variant<TWidth, TStamp>>();

    private readonly struct Variant<TWidth, TStamp> : ISeqcountVariant<PatientSeqcount<TWidth, TStamp>>
        where TWidth : struct, ISequenceWidth
        where TStamp : struct, IStampMode
    {
        /// <inheritdoc/>
        public static bool WriteBegin<TMemory>(ref long sequence) where TMemory : struct, IMemory
        {
            if (TwoWordSeqcount<TWidth, TStamp>.TryTake<TMemory>(ref sequence)
                || PatientSeqcount<TWidth, TStamp>.TryAgain<TMemory>(ref sequence))
            {
                return TwoWordSeqcount<TWidth, TStamp>.StaysAlone<TMemory>(ref sequence);
            }

            // The step replaced: the wait for the exclusive writer belongs behind this.
            TMemory.Add(ref SequenceHalves.Lower(ref sequence), TwoWordSeqcount<TWidth, TStamp>.OneWriter);
            return false;
        }
    }
}
