using Atomics;
using Scenarios.Selection;
using Scenarios.Weakest;
using Tracker.Folios;
using Tracker.Seqcount;
using Tracker.Writing;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>two-word-share-release</c>: a shared writer's announcement releases and is no fence, so its look at the
/// bit may come first. A writer that has taken the bit and this one then overlook each other, and plain stores undo
/// adds. It takes a writer that shares, and one that comes again.
/// </summary>
internal sealed class TwoWordShareRelease() : WeakSectionCanary(
    "two-word-share-release", "A shared writer's announcement does not come before its look.", Protocols.TwoWord)
{
    public override string? Scenario => "map-unmap";

    public override int MinWriters => 2;

    public override TResult Select<TResult>(IWeakSectionVisitor<TResult> visitor) => visitor.Visit<Variant>();

    private readonly unsafe struct Variant : IWeakSection
    {
        /// <inheritdoc/>
        public static SequenceFormat Format => TwoWordSeqcount<Unstamped>.Format;

        /// <inheritdoc/>
        public static void Apply<TMemory>(Folio folio, long* subIds, int count) where TMemory : struct, IRelaxedMemory
        {
            long* sequence = &folio.State->Sequence;
            bool alone = Begin<TMemory>(ref *sequence);
            if (alone)
            {
                MappingUpdate.Alone<TMemory>(folio, subIds, count);
            }
            else
            {
                MappingUpdate.Shared<TMemory>(folio, subIds, count);
            }

            TwoWordSeqcount<Unstamped>.WriteEnd<TMemory>(ref *sequence, alone);
        }

        private static bool Begin<TMemory>(ref long sequence) where TMemory : struct, IRelaxedMemory
        {
            if (TwoWordSeqcount<Unstamped>.TryTake<TMemory>(ref sequence))
            {
                if (TMemory.ReadAcquire(ref SequenceHalves.Lower(ref sequence)) == 0)
                {
                    return true;
                }

                TwoWordSeqcount<Unstamped>.GiveWay<TMemory>(ref sequence);
                return false;
            }

            // The step replaced: release instead of a full fence.
            TMemory.AddRelease(
                ref SequenceHalves.Lower(ref sequence), TwoWordSeqcount<Unstamped>.OneWriter);
            int exclusive = TwoWordSeqcount<Unstamped>.ExclusiveWriter;
            while ((TMemory.ReadAcquire(ref SequenceHalves.Upper(ref sequence)) & exclusive) != 0)
            {
                TMemory.Pause();
            }

            return false;
        }
    }
}
