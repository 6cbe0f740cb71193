using Scenarios.Canaries;
using Tracker.Reading;
using Tracker.Seqcount;
using Tracker.Writing;

namespace Scenarios.Selection;

/// <summary>The last choice: the reader that belongs to a protocol's words, or a canary's.</summary>
internal static class ReaderSelector
{
    /// <summary>Finds the reader for the words of a section's protocol.</summary>
    /// <exception cref="ArgumentException">The reading is unknown.</exception>
    public static TResult Of<TSection, TResult>(TrackerSelection selection, ISectionVisitor<TResult> visitor)
        where TSection : struct, IWriteSection =>
        TSection.Layout == SequenceLayout.OneWord
            ? OfOneWord<TSection, TResult>(selection, visitor)
            : OfTwoWords<TSection, TResult>(selection, visitor);

    private static TResult OfOneWord<TSection, TResult>(TrackerSelection selection, ISectionVisitor<TResult> visitor)
        where TSection : struct, IWriteSection =>
        selection.Canary switch
        {
            "reader-recheck-unordered" => visitor.Visit<TSection, ReaderRecheckUnordered>(),
            "reader-first-read-plain" => visitor.Visit<TSection, ReaderFirstReadPlain>(),
            _ => Of<TSection, BarrierRead, AcquireRead, TResult>(selection, visitor),
        };

    private static TResult OfTwoWords<TSection, TResult>(TrackerSelection selection, ISectionVisitor<TResult> visitor)
        where TSection : struct, IWriteSection =>
        selection.Canary switch
        {
            "reader-recheck-unordered" => visitor.Visit<TSection, TwoWordRecheckUnordered>(),
            "reader-first-read-plain" => visitor.Visit<TSection, TwoWordFirstReadPlain>(),
            "two-word-recheck-swapped" => visitor.Visit<TSection, TwoWordRecheckSwapped>(),
            "two-word-recheck-plain" => visitor.Visit<TSection, TwoWordRecheckPlain>(),
            _ => Of<TSection, TwoWordBarrierRead, TwoWordAcquireRead, TResult>(selection, visitor),
        };

    private static TResult Of<TSection, TBarrier, TAcquire, TResult>(TrackerSelection selection, ISectionVisitor<TResult> visitor)
        where TSection : struct, IWriteSection
        where TBarrier : struct, ISnapshotRead
        where TAcquire : struct, ISnapshotRead =>
        (selection.Reading, selection.Canary) switch
        {
            (_, "reader-no-recheck") => visitor.Visit<TSection, ReaderNoRecheck<TBarrier>>(),
            (_, "reader-ignores-writers") => visitor.Visit<TSection, ReaderIgnoresWriters<TBarrier>>(),
            (_, "reader-one-writer-bit") => visitor.Visit<TSection, ReaderOneWriterBit<TBarrier>>(),
            (TrackerSelection.BarrierReading, _) => visitor.Visit<TSection, TBarrier>(),
            (TrackerSelection.AcquireReading, _) => visitor.Visit<TSection, TAcquire>(),
            _ => throw new ArgumentException($"unknown reading '{selection.Reading}'"),
        };
}
