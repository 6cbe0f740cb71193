using Atomics;
using Scenarios.Canaries.Variants;
using Scenarios.Selection;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>sequence-torn-add</c>: begin and end update the word by load and store between full fences, so that two
/// writers may lose one of their updates.
/// </summary>
internal sealed class SequenceTornAdd() : SeqcountCanary(
    "sequence-torn-add", "The sequence is updated by load and store.", Protocols.Shared)
{
    public override int MinWriters => 2;

    public override TResult Select<TStamp, TResult>(ISeqcountVisitor<TResult> visitor) =>
        visitor.Visit<Variant<TStamp>>();

    private readonly struct Variant<TStamp> : ISeqcountVariant<SharedSeqcount<TStamp>>
        where TStamp : struct, IStampMode
    {
        /// <inheritdoc/>
        public static bool WriteBegin<TMemory>(ref long sequence) where TMemory : struct, IMemory
        {
            TornAdd<TMemory>(ref sequence, 1);
            return false;
        }

        /// <inheritdoc/>
        public static long WriteEnd<TMemory>(ref long sequence, bool alone) where TMemory : struct, IMemory =>
            TornAdd<TMemory>(ref sequence, (1L << SharedSeqcount<TStamp>.Format.Shift) - 1)
                >>> SharedSeqcount<TStamp>.Format.Shift;

        // The step replaced: two accesses instead of one.
        private static long TornAdd<TMemory>(ref long sequence, long delta) where TMemory : struct, IMemory
        {
            TMemory.FullBarrier();
            long word = TMemory.ReadPlain(ref sequence) + delta;
            TMemory.WritePlain(ref sequence, word);
            TMemory.FullBarrier();
            return word;
        }
    }
}
