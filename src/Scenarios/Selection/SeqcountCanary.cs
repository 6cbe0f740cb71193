using Tracker.Seqcount;

namespace Scenarios.Selection;

/// <summary>A canary in the begin or the end of one protocol.</summary>
/// <param name="name">Name on the command line.</param>
/// <param name="step">The step replaced, in one sentence.</param>
/// <param name="protocol">The protocol.</param>
public abstract class SeqcountCanary(string name, string step, string protocol)
    : Canary(name, step, TrackerParts.Seqcount)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> FitsProtocols { get; } = [protocol];

    /// <summary>Hands over the protocol with the step replaced.</summary>
    public abstract TResult Select<TStamp, TResult>(ISeqcountVisitor<TResult> visitor)
        where TStamp : struct, IStampMode;
}
