using Atomics;
using Scenarios.Canaries;
using Tracker.Seqcount;

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
        Select(selection, new SectionOf<TResult>(selection, visitor));

    /// <summary>Finds the protocol.</summary>
    /// <exception cref="ArgumentException">It is unknown.</exception>
    public static TResult Select<TResult>(TrackerSelection selection, ISeqcountVisitor<TResult> visitor) =>
        selection.IsNarrow
            ? OfWidth<NarrowWidth, TResult>(selection, visitor)
            : OfWidth<FullWidth, TResult>(selection, visitor);

    private static TResult OfWidth<TWidth, TResult>(TrackerSelection selection, ISeqcountVisitor<TResult> visitor)
        where TWidth : struct, ISequenceWidth =>
        selection.IsStamped
            ? OfStamp<TWidth, Stamped, TResult>(selection, visitor)
            : OfStamp<TWidth, Unstamped, TResult>(selection, visitor);

    private static TResult OfStamp<TWidth, TStamp, TResult>(TrackerSelection selection, ISeqcountVisitor<TResult> visitor)
        where TWidth : struct, ISequenceWidth
        where TStamp : struct, IStampMode =>
        (selection.Protocol, selection.Canary) switch
        {
            (Protocols.Shared, "writer-no-step") => visitor.Visit<WriterNoStep<TWidth, TStamp>>(),
            (Protocols.Shared, "sequence-torn-add") => visitor.Visit<SequenceTornAdd<TWidth, TStamp>>(),
            (Protocols.Exclusive, "exclusive-not-awaited") => visitor.Visit<ExclusiveNotAwaited<TWidth, TStamp>>(),
            (Protocols.TwoWord, "two-word-not-looked") => visitor.Visit<TwoWordNotLooked<TWidth, TStamp>>(),
            (Protocols.TwoWord, "two-word-look-plain") => visitor.Visit<TwoWordLookPlain<TWidth, TStamp>>(),
            (Protocols.TwoWord, "two-word-not-awaited") => visitor.Visit<TwoWordNotAwaited<TWidth, TStamp>>(),
            (Protocols.TwoWord, "two-word-give-back-torn") => visitor.Visit<TwoWordGiveBackTorn<TWidth, TStamp>>(),
            (Protocols.TwoWord, "two-word-give-back-first") => visitor.Visit<TwoWordGiveBackFirst<TWidth, TStamp>>(),
            (Protocols.TwoWord, "two-word-leave-first") => visitor.Visit<TwoWordLeaveFirst<TWidth, TStamp>>(),
            (Protocols.TwoWord, "two-word-end-plain") => visitor.Visit<TwoWordEndPlain<TWidth, TStamp>>(),
            (Protocols.Shared, _) => visitor.Visit<SharedSeqcount<TWidth, TStamp>>(),
            (Protocols.Exclusive, _) => visitor.Visit<ExclusiveSeqcount<TWidth, TStamp>>(),
            (Protocols.AddReturn, _) => visitor.Visit<AddReturnSeqcount<TWidth, TStamp>>(),
            (Protocols.TwoWord, _) => visitor.Visit<TwoWordSeqcount<TWidth, TStamp>>(),
            _ => throw new ArgumentException($"unknown protocol '{selection.Protocol}'"),
        };
}
