using Tracker.Reading;

namespace Scenarios.Canaries.Variants;

/// <summary>
/// A reader with a step replaced: a canary gives that step, and has the others from the correct reader.
/// </summary>
/// <typeparam name="TCorrect">The correct reader.</typeparam>
public interface ISnapshotReadVariant<TCorrect> : ISnapshotRead
    where TCorrect : struct, ISnapshotRead
{
    /// <inheritdoc/>
    static long ISnapshotRead.Begin<TMemory>(ref long sequence) => TCorrect.Begin<TMemory>(ref sequence);

    /// <inheritdoc/>
    static bool ISnapshotRead.IsIdle(long word, long writersMask) => TCorrect.IsIdle(word, writersMask);

    /// <inheritdoc/>
    static int ISnapshotRead.Read<TMemory>(ref int location) => TCorrect.Read<TMemory>(ref location);

    /// <inheritdoc/>
    static long ISnapshotRead.Read<TMemory>(ref long location) => TCorrect.Read<TMemory>(ref location);

    /// <inheritdoc/>
    static bool ISnapshotRead.MustRetry<TMemory>(ref long sequence, long word) =>
        TCorrect.MustRetry<TMemory>(ref sequence, word);
}
