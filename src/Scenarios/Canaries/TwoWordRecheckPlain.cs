using Atomics;
using Scenarios.Canaries.Variants;
using Scenarios.Selection;
using Tracker.Reading;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>two-word-recheck-plain</c>: the recheck's read of the count does not keep that of the number behind it.
/// </summary>
internal sealed class TwoWordRecheckPlain() : ReaderCanary(
    "two-word-recheck-plain", "The recheck's read of the count keeps nothing behind it.")
{
    public override Visibility Visibility => Visibility.WeakMemory;

    public override IReadOnlyList<string> FitsProtocols { get; } = [Protocols.TwoWord];

    public override IReadOnlyList<string> FitsReadings { get; } = [TrackerSelection.BarrierReading];

    public override string? Scenario => "share-words";

    public override TResult Select<TCorrect, TResult>(SequenceLayout layout, IReadVisitor<TResult> visitor) =>
        visitor.Visit<Variant>();

    private readonly struct Variant : ISnapshotReadVariant<TwoWordBarrierRead>
    {
        /// <summary>The step replaced: the count is read plainly instead of with acquire.</summary>
        public static bool MustRetry<TMemory>(ref long sequence, long word) where TMemory : struct, IMemory
        {
            TMemory.ReadBarrier();
            return TMemory.ReadPlain(ref SequenceHalves.Lower(ref sequence)) != 0
                || TMemory.ReadPlain(ref SequenceHalves.Upper(ref sequence)) != SequenceHalves.UpperOf(word);
        }
    }
}
