using System.Runtime.CompilerServices;
using Atomics;

namespace Tracker.Reading;

/// <summary>
/// The reading side of an atomic seqcount: read begin, read the words, retry. A type-level choice between two ways to keep the
/// words' reads before the recheck, and the place where canaries replace a step: a step that a reader does not give is that of
/// <see cref="BarrierRead"/>.
/// </summary>
public interface ISnapshotRead
{
    /// <summary>Reads the sequence word before anything else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual long Begin<TMemory>(ref long sequence) where TMemory : struct, IMemory => BarrierRead.Begin<TMemory>(ref sequence);

    /// <summary>Whether a word shows no writer inside.</summary>
    /// <param name="word">What <see cref="Begin"/> returned.</param>
    /// <param name="writersMask">The protocol's writer bits.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual bool IsIdle(long word, long writersMask) => BarrierRead.IsIdle(word, writersMask);

    /// <summary>Reads one of the protected words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual int Read<TMemory>(ref int location) where TMemory : struct, IMemory => BarrierRead.Read<TMemory>(ref location);

    /// <inheritdoc cref="Read{TMemory}(ref int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual long Read<TMemory>(ref long location) where TMemory : struct, IMemory => BarrierRead.Read<TMemory>(ref location);

    /// <summary>Whether the word has changed since <see cref="Begin"/>, so that what was read may be torn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual bool MustRetry<TMemory>(ref long sequence, long word) where TMemory : struct, IMemory =>
        BarrierRead.MustRetry<TMemory>(ref sequence, word);
}
