using Atomics;
using Scenarios.Canaries.Variants;
using Scenarios.Selection;
using Tracker.Folios;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>Canary <c>writer-begin-late</c>: the section begins after its first update.</summary>
/// <remarks>
/// Every update is an atomic add, which a writer that is alone may use too: one of them lies outside of the section.
/// </remarks>
internal sealed class WriterBeginLate() : SectionCanary(
    "writer-begin-late", "The section begins after its first update.")
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
            int values = FolioShape.Read<TMemory>(folio).ValueCount;
            TMemory.Add(ref state->MapcountMinusOne, count); // The step replaced: this belongs behind the begin.
            bool alone = TSeqcount.WriteBegin<TMemory>(ref state->Sequence);
            for (int value = 0; value < values; value++)
            {
                TMemory.Add(ref state->Values[value], TMemory.ReadPlain(ref subIds[value]) * count);
            }

            return TSeqcount.WriteEnd<TMemory>(ref state->Sequence, alone);
        }
    }
}
