using Tracker.Reading;
using Tracker.Seqcount;

namespace Scenarios.Selection;

/// <summary>Finds the reader of a reading for the words of a protocol, or a canary's.</summary>
internal static class ReaderSelector
{
    /// <summary>Finds it.</summary>
    /// <exception cref="ArgumentException">The reading is unknown.</exception>
    public static TResult Select<TResult>(TrackerSelection selection, SequenceLayout layout,
        IReadVisitor<TResult> visitor) =>
        (layout, selection.Reading) switch
        {
            (SequenceLayout.OneWord, TrackerSelection.BarrierReading) =>
                Of<BarrierRead, TResult>(selection, layout, visitor),
            (SequenceLayout.OneWord, TrackerSelection.AcquireReading) =>
                Of<AcquireRead, TResult>(selection, layout, visitor),
            (SequenceLayout.TwoWords, TrackerSelection.BarrierReading) =>
                Of<TwoWordBarrierRead, TResult>(selection, layout, visitor),
            (SequenceLayout.TwoWords, TrackerSelection.AcquireReading) =>
                Of<TwoWordAcquireRead, TResult>(selection, layout, visitor),
            _ => throw new ArgumentException($"no reader for reading '{selection.Reading}' and layout {layout}"),
        };

    private static TResult Of<TCorrect, TResult>(TrackerSelection selection, SequenceLayout layout,
        IReadVisitor<TResult> visitor)
        where TCorrect : struct, ISnapshotRead =>
        selection.Canary is ReaderCanary canary
            ? canary.Select<TCorrect, TResult>(layout, visitor)
            : visitor.Visit<TCorrect>();
}
