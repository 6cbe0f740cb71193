using Tracker.Ids;

namespace Scenarios.Selection;

/// <summary>Finds the way to claim an rmap ID: the correct one, or a canary's.</summary>
public static class ClaimSelector
{
    /// <summary>Finds it.</summary>
    public static TResult Select<TResult>(TrackerSelection selection, IBitClaimVisitor<TResult> visitor) =>
        selection.Canary is IdCanary canary ? canary.Select(visitor) : visitor.Visit<AtomicBitClaim>();
}
