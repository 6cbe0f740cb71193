using Atomics;
using Tracker.Reading;
using Tracker.Seqcount;

namespace Scenarios.Canaries;

/// <summary>Canary <c>reader-first-read-plain</c> in protocol <c>two-word</c>: the first read of the number keeps nothing behind it.</summary>
public readonly struct TwoWordFirstReadPlain : ISnapshotRead
{
    /// <summary>The step replaced: plain instead of acquire.</summary>
    public static long Begin<TMemory>(ref long sequence) where TMemory : struct, IMemory =>
        SequenceHalves.Compose(lower: 0, TMemory.ReadPlain(ref SequenceHalves.Upper(ref sequence)));

    /// <inheritdoc/>
    public static bool IsIdle(long word, long writersMask) => TwoWordBarrierRead.IsIdle(word, writersMask);

    /// <inheritdoc/>
    public static int Read<TMemory>(ref int location) where TMemory : struct, IMemory => TwoWordBarrierRead.Read<TMemory>(ref location);

    /// <inheritdoc/>
    public static long Read<TMemory>(ref long location) where TMemory : struct, IMemory => TwoWordBarrierRead.Read<TMemory>(ref location);

    /// <inheritdoc/>
    public static bool MustRetry<TMemory>(ref long sequence, long word) where TMemory : struct, IMemory => TwoWordBarrierRead.MustRetry<TMemory>(ref sequence, word);
}
