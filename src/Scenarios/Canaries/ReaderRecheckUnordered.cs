using Atomics;
using Scenarios.Canaries.Variants;
using Scenarios.Selection;
using Tracker.Reading;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>reader-recheck-unordered</c>: plain reads and no barrier before the recheck, which may then happen first.
/// </summary>
internal sealed class ReaderRecheckUnordered() : ReaderCanary(
    "reader-recheck-unordered", "No barrier before the reader's recheck.")
{
    public override Visibility Visibility => Visibility.WeakMemory;

    // Acquire reads have no barrier there.
    public override IReadOnlyList<string> FitsReadings { get; } = [TrackerSelection.BarrierReading];

    public override TResult Select<TCorrect, TResult>(SequenceLayout layout, IReadVisitor<TResult> visitor) =>
        layout == SequenceLayout.OneWord ? visitor.Visit<OneWord>() : visitor.Visit<TwoWords>();

    private readonly struct OneWord : ISnapshotReadVariant<BarrierRead>
    {
        /// <summary>The step replaced: the barrier is missing.</summary>
        public static bool MustRetry<TMemory>(ref long sequence, long word) where TMemory : struct, IMemory =>
            TMemory.ReadPlain(ref sequence) != word;
    }

    private readonly struct TwoWords : ISnapshotReadVariant<TwoWordBarrierRead>
    {
        /// <summary>The step replaced: the barrier is missing.</summary>
        public static bool MustRetry<TMemory>(ref long sequence, long word) where TMemory : struct, IMemory =>
            TMemory.ReadAcquire(ref SequenceHalves.Lower(ref sequence)) != 0
            || TMemory.ReadPlain(ref SequenceHalves.Upper(ref sequence)) != SequenceHalves.UpperOf(word);
    }
}
