using Tracker.Reading;
using Tracker.Seqcount;

namespace Scenarios.Selection;

/// <summary>A canary in how a snapshot is read.</summary>
/// <param name="name">Name on the command line.</param>
/// <param name="step">The step replaced, in one sentence.</param>
public abstract class ReaderCanary(string name, string step) : Canary(name, step, TrackerParts.Reader)
{
    /// <summary>Hands over the reader with the step replaced.</summary>
    /// <param name="layout">How the words of the sequence lie that it reads.</param>
    /// <param name="visitor">Receives it.</param>
    /// <typeparam name="TCorrect">The correct reader of the layout and the reading.</typeparam>
    /// <typeparam name="TResult">What the visit makes.</typeparam>
    public abstract TResult Select<TCorrect, TResult>(SequenceLayout layout, IReadVisitor<TResult> visitor)
        where TCorrect : struct, ISnapshotRead;
}
