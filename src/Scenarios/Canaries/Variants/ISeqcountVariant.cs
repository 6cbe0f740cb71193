using Tracker.Seqcount;

namespace Scenarios.Canaries.Variants;

/// <summary>
/// A protocol with a step replaced: a canary gives that step, and has the others from the correct protocol.
/// </summary>
/// <typeparam name="TCorrect">The correct protocol.</typeparam>
public interface ISeqcountVariant<TCorrect> : ISeqcount
    where TCorrect : struct, ISeqcount
{
    /// <inheritdoc/>
    static SequenceFormat ISeqcount.Format => TCorrect.Format;

    /// <inheritdoc/>
    static int ISeqcount.MaxWriters => TCorrect.MaxWriters;

    /// <inheritdoc/>
    static bool ISeqcount.WriteBegin<TMemory>(ref long sequence) => TCorrect.WriteBegin<TMemory>(ref sequence);

    /// <inheritdoc/>
    static long ISeqcount.WriteEnd<TMemory>(ref long sequence, bool alone) =>
        TCorrect.WriteEnd<TMemory>(ref sequence, alone);
}
