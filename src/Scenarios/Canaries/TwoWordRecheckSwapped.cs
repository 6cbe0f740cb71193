using Atomics;
using Scenarios.Canaries.Variants;
using Scenarios.Selection;
using Tracker.Reading;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>two-word-recheck-swapped</c>: the recheck reads the number before the count, and misses a writer that ends
/// in between.
/// </summary>
internal sealed class TwoWordRecheckSwapped() : ReaderCanary(
    "two-word-recheck-swapped", "The reader's recheck reads the number before the count.")
{
    public override IReadOnlyList<string> FitsProtocols { get; } = [Protocols.TwoWord];

    public override IReadOnlyList<string> FitsReadings { get; } = [TrackerSelection.BarrierReading];

    public override string? Scenario => "share-words";

    public override int MinWriters => 2;

    public override TResult Select<TCorrect, TResult>(SequenceLayout layout, IReadVisitor<TResult> visitor) =>
        visitor.Visit<Variant>();

    private readonly struct Variant : ISnapshotReadVariant<TwoWordBarrierRead>
    {
        /// <summary>The step replaced: the count belongs before the number.</summary>
        public static bool MustRetry<TMemory>(ref long sequence, long word) where TMemory : struct, IMemory
        {
            TMemory.ReadBarrier();
            return TMemory.ReadAcquire(ref SequenceHalves.Upper(ref sequence)) != SequenceHalves.UpperOf(word)
                || TMemory.ReadAcquire(ref SequenceHalves.Lower(ref sequence)) != 0;
        }
    }
}
