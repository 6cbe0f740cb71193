using Tracker.Tracking;

namespace Scenarios.Selection;

/// <summary>Receives the whole tracker that a <see cref="TrackerSelection"/> names.</summary>
/// <typeparam name="TResult">What the visit makes.</typeparam>
public interface ITrackingVisitor<out TResult>
{
    /// <summary>Called once.</summary>
    /// <param name="tracking">The tracker; hot loops take it as a type parameter.</param>
    TResult Visit<TTracking>(TTracking tracking) where TTracking : struct, ITracking;
}
