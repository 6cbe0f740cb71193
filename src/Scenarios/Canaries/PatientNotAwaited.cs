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

    public override TResult Select<TStamp, TResult>(ISeqcountVisitor<TResult> visitor) =>
        visitor.Visit<Variant<TStamp>>();

    private readonly struct Variant<TStamp> : ISeqcountVariant<PatientSeqcount<TStamp>>
        where TStamp : struct, IStampMode
    {
        /// <inheritdoc/>
        public static bool WriteBegin<TMemory>(ref long sequence) where TMemory : struct, IMemory
        {
            if (TwoWordSeqcount<TStamp>.TryTake<TMemory>(ref sequence)
                || PatientSeqcount<TStamp>.TryAgain<TMemory>(ref sequence))
            {
                if (TwoWordSeqcount<TStamp>.IsAlone<TMemory>(ref sequence))
                {
                    return true;
                }

                TwoWordSeqcount<TStamp>.GiveWay<TMemory>(ref sequence);
                return false;
            }

            // The step replaced: the wait for the exclusive writer belongs behind this.
            TMemory.Add(ref SequenceHalves.Lower(ref sequence), TwoWordSeqcount<TStamp>.OneWriter);
            return false;
        }
    }
}
