using Tracker.Reading;

namespace Scenarios.Selection;

/// <summary>Receives the reader that a <see cref="TrackerSelection"/> names.</summary>
/// <typeparam name="TResult">What the visit makes.</typeparam>
public interface IReadVisitor<out TResult>
{
    /// <summary>Called once.</summary>
    TResult Visit<TRead>() where TRead : struct, ISnapshotRead;
}
