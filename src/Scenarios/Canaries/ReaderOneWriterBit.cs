using Scenarios.Canaries.Variants;
using Scenarios.Selection;
using Tracker.Reading;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>Canary <c>reader-one-writer-bit</c>: the reader tests bit 0 alone, so two writers look idle.</summary>
internal sealed class ReaderOneWriterBit() : ReaderCanary(
    "reader-one-writer-bit", "The reader tests one bit of the writer count.")
{
    // Readers of two words see the count in the recheck alone.
    public override IReadOnlyList<string> FitsProtocols { get; } =
        [Protocols.Shared, Protocols.Exclusive, Protocols.AddReturn];

    public override int MinWriters => 2;

    public override TResult Select<TCorrect, TResult>(SequenceLayout layout, IReadVisitor<TResult> visitor) =>
        visitor.Visit<Variant<TCorrect>>();

    private readonly struct Variant<TCorrect> : ISnapshotReadVariant<TCorrect>
        where TCorrect : struct, ISnapshotRead
    {
        /// <summary>The step replaced: an even number of writers passes as none.</summary>
        public static bool IsIdle(long word, long writersMask) => (word & 1) == 0;
    }
}
