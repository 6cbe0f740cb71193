using Tracker.Seqcount;

namespace Scenarios.Selection;

/// <summary>A canary in a write section: in its updates, or in where they lie between begin and end.</summary>
/// <param name="name">Name on the command line.</param>
/// <param name="step">The step replaced, in one sentence.</param>
public abstract class SectionCanary(string name, string step) : Canary(name, step, TrackerParts.WriteSection)
{
    /// <summary>Hands over the write section with the step replaced.</summary>
    /// <typeparam name="TSeqcount">The protocol.</typeparam>
    /// <typeparam name="TResult">What the visit makes.</typeparam>
    public abstract TResult Select<TSeqcount, TResult>(IWriteSectionVisitor<TResult> visitor)
        where TSeqcount : struct, ISeqcount;
}
