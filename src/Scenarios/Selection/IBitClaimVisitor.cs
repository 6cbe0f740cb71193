using Tracker.Ids;

namespace Scenarios.Selection;

/// <summary>Receives the way to claim an rmap ID that a <see cref="TrackerSelection"/> names.</summary>
/// <typeparam name="TResult">What the visit makes.</typeparam>
public interface IBitClaimVisitor<out TResult>
{
    /// <summary>Called once.</summary>
    TResult Visit<TClaim>() where TClaim : struct, IBitClaim;
}
