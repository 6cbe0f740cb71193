using Atomics;
using Rivals;
using Tracker.Reading;
using Tracker.Seqcount;

namespace Scenarios.Selection;

/// <summary>
/// Turns a scheme's name into types, as <see cref="TrackerSelector"/> does for the variants of the tracker.
/// </summary>
public static class SchemeSelector
{
    /// <summary>Finds a scheme's tracker for a memory.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="tracker">Protocol, stamps and canary; a rival has neither reading nor canary.</param>
    /// <param name="folios">Folios of the arena: some rivals keep state beside them.</param>
    /// <param name="visitor">Receives the tracker.</param>
    /// <exception cref="ArgumentException">
    /// The scheme is unknown, or has not the protocol or the step of the canary.
    /// </exception>
    public static TResult Select<TMemory, TResult>(Scheme scheme, TrackerSelection tracker, int folios,
        ITrackingVisitor<TResult> visitor)
        where TMemory : struct, IMemory
    {
        Fit.Require(Fit.Check(scheme, tracker));
        return tracker.IsStamped
            ? OfStamp<TMemory, Stamped, SharedSeqcount<Stamped>, TResult>(scheme, tracker, folios, visitor)
            : OfStamp<TMemory, Unstamped, Unnumbered, TResult>(scheme, tracker, folios, visitor);
    }

    /// <typeparam name="TMemory">The memory operations.</typeparam>
    /// <typeparam name="TStamp">Whether sections are numbered.</typeparam>
    /// <typeparam name="TNumbers">What numbers the sections of a scheme without lock or seqcount.</typeparam>
    /// <typeparam name="TResult">What the visit makes.</typeparam>
    private static TResult OfStamp<TMemory, TStamp, TNumbers, TResult>(
        Scheme scheme, TrackerSelection tracker, int folios, ITrackingVisitor<TResult> visitor)
        where TMemory : struct, IMemory
        where TStamp : struct, IStampMode
        where TNumbers : struct, ISeqcount =>
        scheme.Name switch
        {
            "owner-tracking" => visitor.Visit(default(OwnerTracking<TMemory, TStamp>)),
            "estimate" => visitor.Visit(default(EstimateTracking<TMemory, TNumbers>)),
            "none" => visitor.Visit(default(UntrackedTracking<TMemory, TNumbers>)),
            "lock" => visitor.Visit(new LockTracking(folios)),
            "immutable" => visitor.Visit(new ImmutableTracking(folios)),
            "exact" => visitor.Visit(new ExactTracking(folios)),
            "rmap-id-split-line" => OfSplitLine<TMemory, TStamp, TResult>(tracker, folios, visitor),
            _ when scheme.IsTracker => TrackerSelector.Select<TMemory, TResult>(tracker, visitor),
            _ => throw new ArgumentException($"unknown scheme '{scheme.Name}'"),
        };

    private static TResult OfSplitLine<TMemory, TStamp, TResult>(TrackerSelection tracker, int folios,
        ITrackingVisitor<TResult> visitor)
        where TMemory : struct, IMemory
        where TStamp : struct, IStampMode =>
        tracker.Protocol switch
        {
            Protocols.Shared => visitor.Visit(
                new SplitLineTracking<TMemory, SharedSeqcount<TStamp>, BarrierRead>(new SplitLines(folios))),
            Protocols.Exclusive => visitor.Visit(
                new SplitLineTracking<TMemory, ExclusiveSeqcount<TStamp>, BarrierRead>(
                    new SplitLines(folios))),
            _ => throw new ArgumentException($"rmap-id-split-line has no protocol '{tracker.Protocol}'"),
        };
}
