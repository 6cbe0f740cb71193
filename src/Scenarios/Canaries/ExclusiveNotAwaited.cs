using Atomics;
using Scenarios.Canaries.Variants;
using Scenarios.Selection;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>exclusive-not-awaited</c>: a shared writer enters beside an exclusive one, whose plain stores then undo
/// its adds.
/// </summary>
internal sealed class ExclusiveNotAwaited() : SeqcountCanary(
    "exclusive-not-awaited", "A shared writer does not wait for the exclusive one.", Protocols.Exclusive)
{
    public override int MinWriters => 2;

    public override TResult Select<TWidth, TStamp, TResult>(ISeqcountVisitor<TResult> visitor) =>
        visitor.Visit<Variant<TWidth, TStamp>>();

    private readonly struct Variant<TWidth, TStamp> : ISeqcountVariant<ExclusiveSeqcount<TWidth, TStamp>>
        where TWidth : struct, ISequenceWidth
        where TStamp : struct, IStampMode
    {
        private const long ExclusiveWriter = ExclusiveSeqcount<TWidth, TStamp>.ExclusiveWriter;

        /// <inheritdoc/>
        public static bool WriteBegin<TMemory>(ref long sequence) where TMemory : struct, IMemory
        {
            long seen = TMemory.ReadPlain(ref sequence);
            if ((seen & ExclusiveSeqcount<TWidth, TStamp>.WritersMask) == 0
                && TMemory.CompareExchange(ref sequence, seen | ExclusiveWriter, seen) == seen)
            {
                return true;
            }

            TMemory.Add(ref sequence, 1); // The step replaced: the wait for the exclusive writer belongs behind this.
            return false;
        }
    }
}
