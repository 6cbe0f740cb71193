using Tracker.Writing;

namespace Scenarios.Selection;

/// <summary>Receives the write section that a <see cref="TrackerSelection"/> names.</summary>
/// <typeparam name="TResult">What the visit makes.</typeparam>
public interface IWriteSectionVisitor<out TResult>
{
    /// <summary>Called once.</summary>
    TResult Visit<TSection>() where TSection : struct, IWriteSection;
}
