using Scenarios.Canaries.Variants;
using Scenarios.Selection;
using Tracker.Reading;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>Canary <c>reader-ignores-writers</c>: the reader starts although writers are inside.</summary>
internal sealed class ReaderIgnoresWriters() : ReaderCanary(
    "reader-ignores-writers", "The reader starts although writers are inside.")
{
    public override TResult Select<TCorrect, TResult>(SequenceLayout layout, IReadVisitor<TResult> visitor) =>
        visitor.Visit<Variant<TCorrect>>();

    private readonly struct Variant<TCorrect> : ISnapshotReadVariant<TCorrect>
        where TCorrect : struct, ISnapshotRead
    {
        /// <summary>The step replaced: every word passes as idle.</summary>
        public static bool IsIdle(long word, long writersMask) => true;
    }
}
