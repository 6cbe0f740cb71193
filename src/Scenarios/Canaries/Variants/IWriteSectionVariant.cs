using Tracker.Seqcount;
using Tracker.Writing;

namespace Scenarios.Canaries.Variants;

/// <summary>
/// A write section with a step replaced: a canary gives the updates, and has the format from the protocol.
/// </summary>
/// <typeparam name="TSeqcount">The protocol.</typeparam>
public interface IWriteSectionVariant<TSeqcount> : IWriteSection
    where TSeqcount : struct, ISeqcount
{
    /// <inheritdoc/>
    static SequenceFormat IWriteSection.Format => TSeqcount.Format;
}
