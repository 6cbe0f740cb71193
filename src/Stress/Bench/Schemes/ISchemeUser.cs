using Tracker.Tracking;

namespace Stress.Bench.Schemes;

/// <summary>Code that is generic in the tracker, for whatever scheme was chosen by name.</summary>
/// <typeparam name="T">Its result.</typeparam>
internal interface ISchemeUser<T>
{
    /// <summary>Runs with a scheme.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="make">Makes a tracker for an arena of so many folios.</param>
    T Use<TTracking>(BenchScheme scheme, Func<int, TTracking> make) where TTracking : struct, ITracking;
}
