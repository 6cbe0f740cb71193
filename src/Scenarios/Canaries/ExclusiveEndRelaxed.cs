using Atomics;
using Scenarios.Selection;
using Scenarios.Weakest;
using Tracker.Folios;
using Tracker.Seqcount;
using Tracker.Writing;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>exclusive-end-relaxed</c>: the add that ends an exclusive section orders nothing, so readers and later
/// writers may see the end before the section's plain stores.
/// </summary>
internal sealed class ExclusiveEndRelaxed() : WeakSectionCanary(
    "exclusive-end-relaxed", "The exclusive writer's last add orders nothing.", Protocols.Exclusive)
{
    public override TResult Select<TResult>(IWeakSectionVisitor<TResult> visitor) => visitor.Visit<Variant>();

    private readonly unsafe struct Variant : IWeakSection
    {
        /// <inheritdoc/>
        public static SequenceFormat Format => ExclusiveSeqcount<Unstamped>.Format;

        /// <inheritdoc/>
        public static void Apply<TMemory>(Folio folio, long* subIds, int count) where TMemory : struct, IRelaxedMemory
        {
            FolioState* state = folio.State;
            if (ExclusiveSeqcount<Unstamped>.WriteBegin<TMemory>(ref state->Sequence))
            {
                MappingUpdate.Alone<TMemory>(folio, subIds, count);
                long step = 1L << Format.Shift;
                // The step replaced.
                TMemory.AddRelaxed(ref state->Sequence, step - ExclusiveSeqcount<Unstamped>.ExclusiveWriter);
            }
            else
            {
                MappingUpdate.Shared<TMemory>(folio, subIds, count);
                ExclusiveSeqcount<Unstamped>.WriteEnd<TMemory>(ref state->Sequence, alone: false);
            }
        }
    }
}
