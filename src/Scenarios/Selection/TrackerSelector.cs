using Atomics;
using Tracker.Seqcount;

namespace Scenarios.Selection;

/// <summary>Turns the names of a <see cref="TrackerSelection"/> into types, one choice after the other.</summary>
public static class TrackerSelector
{
    /// <summary>Finds the whole tracker for a memory.</summary>
    /// <exception cref="ArgumentException">
    /// The protocol or the reading is unknown, or does not fit the canary.
    /// </exception>
    public static TResult Select<TMemory, TResult>(TrackerSelection selection, ITrackingVisitor<TResult> visitor)
        where TMemory : struct, IMemory =>
        Select(selection, new TrackingOf<TMemory, TResult>(selection, visitor));

    /// <summary>Finds the write section and the reader.</summary>
    /// <exception cref="ArgumentException">
    /// The protocol or the reading is unknown, or does not fit the canary.
    /// </exception>
    public static TResult Select<TResult>(TrackerSelection selection, ISectionVisitor<TResult> visitor) =>
        Select<TResult>(selection, (ISeqcountVisitor<TResult>)new SectionOf<TResult>(selection, visitor));

    /// <summary>Finds the protocol.</summary>
    /// <exception cref="ArgumentException">It is unknown, or does not fit the canary.</exception>
    public static TResult Select<TResult>(TrackerSelection selection, ISeqcountVisitor<TResult> visitor)
    {
        Fit.Require(Fit.Check(selection));
        return selection.IsStamped
            ? OfStamp<Stamped, TResult>(selection, visitor)
            : OfStamp<Unstamped, TResult>(selection, visitor);
    }

    private static TResult OfStamp<TStamp, TResult>(TrackerSelection selection,
        ISeqcountVisitor<TResult> visitor)
        where TStamp : struct, IStampMode =>
        selection.Canary is SeqcountCanary canary
            ? canary.Select<TStamp, TResult>(visitor)
            : selection.Protocol switch
            {
                Protocols.Shared => visitor.Visit<SharedSeqcount<TStamp>>(),
                Protocols.Exclusive => visitor.Visit<ExclusiveSeqcount<TStamp>>(),
                Protocols.AddReturn => visitor.Visit<AddReturnSeqcount<TStamp>>(),
                Protocols.TwoWord => visitor.Visit<TwoWordSeqcount<TStamp>>(),
                Protocols.Patient => visitor.Visit<PatientSeqcount<TStamp>>(),
                _ => throw new ArgumentException($"unknown protocol '{selection.Protocol}'"),
            };
}
