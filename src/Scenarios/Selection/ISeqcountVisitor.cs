using Tracker.Seqcount;

namespace Scenarios.Selection;

/// <summary>
/// Receives the protocol that a <see cref="TrackerSelection"/> names, for whoever needs its begin and end apart.
/// </summary>
/// <typeparam name="TResult">What the visit makes.</typeparam>
public interface ISeqcountVisitor<out TResult>
{
    /// <summary>Called once.</summary>
    TResult Visit<TSeqcount>() where TSeqcount : struct, ISeqcount;
}
