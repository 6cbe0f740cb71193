using Tracker.Reading;
using Tracker.Writing;

namespace Scenarios.Selection;

/// <summary>Receives the types that a <see cref="TrackerSelection"/> names.</summary>
/// <typeparam name="TResult">What the visit makes.</typeparam>
public interface ISectionVisitor<out TResult>
{
    /// <summary>Called once, with the write section and the reader.</summary>
    TResult Visit<TSection, TRead>()
        where TSection : struct, IWriteSection
        where TRead : struct, ISnapshotRead;
}
