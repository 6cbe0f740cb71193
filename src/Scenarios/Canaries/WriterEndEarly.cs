using Atomics;
using Scenarios.Canaries.Variants;
using Scenarios.Selection;
using Tracker.Folios;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>Canary <c>writer-end-early</c>: the section ends before its last update.</summary>
/// <remarks>
/// Every update is an atomic add, which a writer that is alone may use too: one of them lies outside of the section.
/// </remarks>
internal sealed class WriterEndEarly() : SectionCanary("writer-end-early", "The section ends before its last update.")
{
    public override TResult Select<TSeqcount, TResult>(IWriteSectionVisitor<TResult> visitor) =>
        visitor.Visit<Variant<TSeqcount>>();

    private readonly unsafe struct Variant<TSeqcount> : IWriteSectionVariant<TSeqcount>
        where TSeqcount : struct, ISeqcount
    {
        /// <inheritdoc/>
        public static long Apply<TMemory>(Folio folio, long* subIds, int count) where TMemory : struct, IMemory
        {
            FolioState* state = folio.State;
            int last = FolioShape.Read<TMemory>(folio).ValueCount - 1;
            bool alone = TSeqcount.WriteBegin<TMemory>(ref state->Sequence);
            TMemory.Add(ref state->MapcountMinusOne, count);
            for (int value = 0; value < last; value++)
            {
                TMemory.Add(ref state->Values[value], TMemory.ReadPlain(ref subIds[value]) * count);
            }

            long stamp = TSeqcount.WriteEnd<TMemory>(ref state->Sequence, alone);
            // The step replaced: this belongs before the end.
            TMemory.Add(ref state->Values[last], TMemory.ReadPlain(ref subIds[last]) * count);
            return stamp;
        }
    }
}
