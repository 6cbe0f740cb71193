using Atomics;

namespace Tracker.Reading;

/// <summary>
/// The reading side of an atomic seqcount: read begin, read the words, retry. A type-level choice between two ways to
/// keep the words' reads before the recheck, and the place where canaries replace a step.
/// </summary>
public interface ISnapshotRead
{
    /// <summary>Reads the sequence word before anything else.</summary>
    static abstract long Begin<TMemory>(ref long sequence) where TMemory : struct, IMemory;

    /// <summary>Whether a word shows no writer inside.</summary>
    /// <param name="word">What <see cref="Begin"/> returned.</param>
    /// <param name="writersMask">The protocol's writer bits.</param>
    static abstract bool IsIdle(long word, long writersMask);

    /// <summary>Reads one of the protected words.</summary>
    static abstract int Read<TMemory>(ref int location) where TMemory : struct, IMemory;

    /// <inheritdoc cref="Read{TMemory}(ref int)"/>
    static abstract long Read<TMemory>(ref long location) where TMemory : struct, IMemory;

    /// <summary>Whether the word has changed since <see cref="Begin"/>, so that what was read may be torn.</summary>
    static abstract bool MustRetry<TMemory>(ref long sequence, long word) where TMemory : struct, IMemory;
}
