using Atomics;
using Scenarios.Canaries.Variants;
using Scenarios.Selection;
using Tracker.Reading;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>Canary <c>reader-no-recheck</c>: the reader never looks at the sequence again.</summary>
internal sealed class ReaderNoRecheck() : ReaderCanary(
    "reader-no-recheck", "The reader never looks at the sequence again.")
{
    public override TResult Select<TCorrect, TResult>(SequenceLayout layout, IReadVisitor<TResult> visitor) =>
        visitor.Visit<Variant<TCorrect>>();

    internal readonly struct Variant<TCorrect> : ISnapshotReadVariant<TCorrect>
        where TCorrect : struct, ISnapshotRead
    {
        /// <summary>The step replaced: accepts whatever was read.</summary>
        public static bool MustRetry<TMemory>(ref long sequence, long word) where TMemory : struct, IMemory => false;
    }
}
