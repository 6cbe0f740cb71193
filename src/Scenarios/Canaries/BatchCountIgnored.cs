using Atomics;
using Scenarios.Canaries.Variants;
using Scenarios.Selection;
using Tracker.Folios;
using Tracker.Seqcount;
using Tracker.Writing;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>batch-count-ignored</c>: the defect of patch 17, whose exclusive path adds the sub-ID of a folio with one
/// value without the count. An unmap adds, a batch of four adds once.
/// </summary>
internal sealed class BatchCountIgnored() : SectionCanary(
    "batch-count-ignored", "The exclusive path of a folio with one value adds the sub-ID without the count (patch 17).")
{
    public override Visibility Visibility => Visibility.Arithmetic;

    public override IReadOnlyList<string> FitsProtocols { get; } =
        [Protocols.Exclusive, Protocols.AddReturn, Protocols.TwoWord, Protocols.Patient];

    public override IReadOnlyList<string> FitsSchemes { get; } = ["rmap-id-compact", "rmap-id-posted"];

    public override int MaxValues => 1;

    public override string? Scenario => "batches";

    public override string? Workload => "churn";

    public override int Order => 2;

    public override string Scheme => "rmap-id-compact";

    public override TResult Select<TSeqcount, TResult>(IWriteSectionVisitor<TResult> visitor) =>
        visitor.Visit<Variant<TSeqcount>>();

    private readonly unsafe struct Variant<TSeqcount> : IWriteSectionVariant<TSeqcount>
        where TSeqcount : struct, ISeqcount
    {
        /// <inheritdoc/>
        public static long Apply<TMemory>(Folio folio, long* subIds, int count) where TMemory : struct, IMemory
        {
            FolioState* state = folio.State;
            bool alone = TSeqcount.WriteBegin<TMemory>(ref state->Sequence);
            if (alone && FolioShape.Read<TMemory>(folio).ValueCount == 1)
            {
                TMemory.WritePlain(ref state->MapcountMinusOne, TMemory.ReadPlain(ref state->MapcountMinusOne) + count);
                // The step replaced: times count.
                long value = TMemory.ReadPlain(ref state->Values[0]);
                TMemory.WritePlain(ref state->Values[0], value + TMemory.ReadPlain(ref subIds[0]));
            }
            else if (alone)
            {
                MappingUpdate.Alone<TMemory>(folio, subIds, count);
            }
            else
            {
                MappingUpdate.Shared<TMemory>(folio, subIds, count);
            }

            return TSeqcount.WriteEnd<TMemory>(ref state->Sequence, alone);
        }
    }
}
