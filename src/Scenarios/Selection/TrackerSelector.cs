using Atomics;
using Scenarios.Canaries;
using Tracker.Reading;
using Tracker.Seqcount;
using Tracker.Writing;

namespace Scenarios.Selection;

/// <summary>Turns the names of a <see cref="TrackerSelection"/> into types, one choice after the other.</summary>
public static class TrackerSelector
{
    /// <summary>Finds the whole tracker for a memory.</summary>
    /// <exception cref="ArgumentException">The protocol or the reading is unknown.</exception>
    public static TResult Select<TMemory, TResult>(TrackerSelection selection, ITrackingVisitor<TResult> visitor)
        where TMemory : struct, IMemory =>
        Select(selection, new TrackingOf<TMemory, TResult>(selection.Canary, visitor));

    /// <summary>Finds the write section and the reader.</summary>
    /// <exception cref="ArgumentException">The protocol or the reading is unknown.</exception>
    public static TResult Select<TResult>(TrackerSelection selection, ISectionVisitor<TResult> visitor) =>
        selection.IsNarrow
            ? OfWidth<NarrowWidth, TResult>(selection, visitor)
            : OfWidth<FullWidth, TResult>(selection, visitor);

    private static TResult OfWidth<TWidth, TResult>(TrackerSelection selection, ISectionVisitor<TResult> visitor)
        where TWidth : struct, ISequenceWidth =>
        selection.IsStamped
            ? OfStamp<TWidth, Stamped, TResult>(selection, visitor)
            : OfStamp<TWidth, Unstamped, TResult>(selection, visitor);

    private static TResult OfStamp<TWidth, TStamp, TResult>(TrackerSelection selection, ISectionVisitor<TResult> visitor)
        where TWidth : struct, ISequenceWidth
        where TStamp : struct, IStampMode =>
        (selection.Protocol, selection.Canary) switch
        {
            (Protocols.Shared, "writer-no-step") => OfSeqcount<WriterNoStep<TWidth, TStamp>, TResult>(selection, visitor),
            (Protocols.Shared, "sequence-torn-add") => OfSeqcount<SequenceTornAdd<TWidth, TStamp>, TResult>(selection, visitor),
            (Protocols.Exclusive, "exclusive-not-awaited") => OfSeqcount<ExclusiveNotAwaited<TWidth, TStamp>, TResult>(selection, visitor),
            (Protocols.Shared, _) => OfSeqcount<SharedSeqcount<TWidth, TStamp>, TResult>(selection, visitor),
            (Protocols.Exclusive, _) => OfSeqcount<ExclusiveSeqcount<TWidth, TStamp>, TResult>(selection, visitor),
            (Protocols.AddReturn, _) => OfSeqcount<AddReturnSeqcount<TWidth, TStamp>, TResult>(selection, visitor),
            _ => throw new ArgumentException($"unknown protocol '{selection.Protocol}'"),
        };

    private static TResult OfSeqcount<TSeqcount, TResult>(TrackerSelection selection, ISectionVisitor<TResult> visitor)
        where TSeqcount : struct, ISeqcount =>
        selection.Canary switch
        {
            "writer-begin-late" => OfSection<WriterBeginLate<TSeqcount>, TResult>(selection, visitor),
            "writer-end-early" => OfSection<WriterEndEarly<TSeqcount>, TResult>(selection, visitor),
            "mapcount-torn-add" => OfSection<MapcountTornAdd<TSeqcount>, TResult>(selection, visitor),
            "batch-count-ignored" => OfSection<BatchCountIgnored<TSeqcount>, TResult>(selection, visitor),
            _ => OfSection<WriteSection<TSeqcount>, TResult>(selection, visitor),
        };

    private static TResult OfSection<TSection, TResult>(TrackerSelection selection, ISectionVisitor<TResult> visitor)
        where TSection : struct, IWriteSection =>
        (selection.Reading, selection.Canary) switch
        {
            (_, "reader-no-recheck") => visitor.Visit<TSection, ReaderNoRecheck>(),
            (_, "reader-ignores-writers") => visitor.Visit<TSection, ReaderIgnoresWriters>(),
            (_, "reader-one-writer-bit") => visitor.Visit<TSection, ReaderOneWriterBit>(),
            (_, "reader-recheck-unordered") => visitor.Visit<TSection, ReaderRecheckUnordered>(),
            (_, "reader-first-read-plain") => visitor.Visit<TSection, ReaderFirstReadPlain>(),
            (TrackerSelection.BarrierReading, _) => visitor.Visit<TSection, BarrierRead>(),
            (TrackerSelection.AcquireReading, _) => visitor.Visit<TSection, AcquireRead>(),
            _ => throw new ArgumentException($"unknown reading '{selection.Reading}'"),
        };
}
