using Scenarios.Weakest;

namespace Scenarios.Selection;

/// <summary>Receives the weak write section that a <see cref="TrackerSelection"/> names.</summary>
/// <typeparam name="TResult">What the visit makes.</typeparam>
public interface IWeakSectionVisitor<out TResult>
{
    /// <summary>Called once.</summary>
    TResult Visit<TSection>() where TSection : struct, IWeakSection;
}
