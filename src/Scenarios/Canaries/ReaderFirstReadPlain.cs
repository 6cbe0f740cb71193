using Atomics;
using Scenarios.Canaries.Variants;
using Scenarios.Selection;
using Tracker.Reading;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>
/// Canary <c>reader-first-read-plain</c>: the first read of the sequence does not keep the others behind it.
/// </summary>
internal sealed class ReaderFirstReadPlain() : ReaderCanary(
    "reader-first-read-plain", "The reader's first look at the sequence is plain.")
{
    public override Visibility Visibility => Visibility.WeakMemory;

    public override IReadOnlyList<string> FitsReadings { get; } = [TrackerSelection.BarrierReading];

    public override TResult Select<TCorrect, TResult>(SequenceLayout layout, IReadVisitor<TResult> visitor) =>
        layout == SequenceLayout.OneWord ? visitor.Visit<OneWord>() : visitor.Visit<TwoWords>();

    private readonly struct OneWord : ISnapshotReadVariant<BarrierRead>
    {
        /// <summary>The step replaced: plain instead of acquire.</summary>
        public static long Begin<TMemory>(ref long sequence) where TMemory : struct, IMemory =>
            TMemory.ReadPlain(ref sequence);
    }

    private readonly struct TwoWords : ISnapshotReadVariant<TwoWordBarrierRead>
    {
        /// <summary>The step replaced: plain instead of acquire.</summary>
        public static long Begin<TMemory>(ref long sequence) where TMemory : struct, IMemory =>
            SequenceHalves.Compose(lower: 0, TMemory.ReadPlain(ref SequenceHalves.Upper(ref sequence)));
    }
}
