using Atomics;
using Tracker.Reading;

namespace Scenarios.Canaries;

/// <summary>Canary <c>reader-first-read-plain</c>: the first read of the sequence does not keep the others behind it.</summary>
public readonly struct ReaderFirstReadPlain : ISnapshotRead
{
    /// <summary>The step replaced: plain instead of acquire.</summary>
    public static long Begin<TMemory>(ref long sequence) where TMemory : struct, IMemory => TMemory.ReadPlain(ref sequence);

    /// <inheritdoc/>
    public static bool IsIdle(long word, long writersMask) => BarrierRead.IsIdle(word, writersMask);

    /// <inheritdoc/>
    public static int Read<TMemory>(ref int location) where TMemory : struct, IMemory => BarrierRead.Read<TMemory>(ref location);

    /// <inheritdoc/>
    public static long Read<TMemory>(ref long location) where TMemory : struct, IMemory => BarrierRead.Read<TMemory>(ref location);

    /// <inheritdoc/>
    public static bool MustRetry<TMemory>(ref long sequence, long word) where TMemory : struct, IMemory => BarrierRead.MustRetry<TMemory>(ref sequence, word);
}
