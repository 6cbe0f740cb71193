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

    public override TResult Select<TStamp, TResult>(ISeqcountVisitor<TResult> visitor) =>
        visitor.Visit<Variant<TStamp>>();

    private readonly struct Variant<TStamp> : ISeqcountVariant<ExclusiveSeqcount<TStamp>>
        where TStamp : struct, IStampMode
    {
        private const long ExclusiveWriter = ExclusiveSeqcount<TStamp>.ExclusiveWriter;

        /// <inheritdoc/>
        public static bool WriteBegin<TMemory>(ref long sequence) where TMemory : struct, IMemory
        {
            long seen = TMemory.ReadPlain(ref sequence);
            if ((seen & ExclusiveSeqcount<TStamp>.Format.WritersMask) == 0
                && TMemory.CompareExchange(ref sequence, seen | ExclusiveWriter, seen) == seen)
            {
                return true;
            }

            TMemory.Add(ref sequence, 1); // The step replaced: the wait for the exclusive writer belongs behind this.
            return false;
        }
    }
}
