using Atomics;
using Scenarios.Canaries.Variants;
using Scenarios.Selection;
using Tracker.Folios;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>mapcount-torn-add</c>: a shared writer updates the mapcount by load and store, so that two may lose one
/// update.
/// </summary>
internal sealed class MapcountTornAdd() : SectionCanary(
    "mapcount-torn-add", "The mapcount is updated by load and store.")
{
    // In the other protocols it takes a third writer, alone at first, for two to share at once.
    public override IReadOnlyList<string> FitsProtocols { get; } = [Protocols.Shared];

    public override int MinWriters => 2;

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
            TSeqcount.WriteBegin<TMemory>(ref state->Sequence);
            // The step replaced.
            TMemory.WritePlain(ref state->MapcountMinusOne, TMemory.ReadPlain(ref state->MapcountMinusOne) + count);
            for (int value = 0; value < values; value++)
            {
                TMemory.Add(ref state->Values[value], TMemory.ReadPlain(ref subIds[value]) * count);
            }

            return TSeqcount.WriteEnd<TMemory>(ref state->Sequence, alone: false);
        }
    }
}
