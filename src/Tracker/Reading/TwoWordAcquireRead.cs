using System.Runtime.CompilerServices;
using Atomics;
using Tracker.Seqcount;

namespace Tracker.Reading;

/// <summary>
/// <see cref="AcquireRead"/> for protocol <c>two-word</c>: no barrier, each read keeps all later ones behind it.
/// </summary>
public readonly struct TwoWordAcquireRead : ISnapshotRead
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Begin<TMemory>(ref long sequence)
        where TMemory : struct, IMemory => TwoWordBarrierRead.Begin<TMemory>(ref sequence);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsIdle(long word, long writersMask) => TwoWordBarrierRead.IsIdle(word, writersMask);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Read<TMemory>(ref int location)
        where TMemory : struct, IMemory => AcquireRead.Read<TMemory>(ref location);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Read<TMemory>(ref long location)
        where TMemory : struct, IMemory => AcquireRead.Read<TMemory>(ref location);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MustRetry<TMemory>(ref long sequence, long word) where TMemory : struct, IMemory
    {
        // No barrier: every word was read with acquire, so these reads are behind them all, the count's first.
        return TMemory.ReadAcquire(ref SequenceHalves.Lower(ref sequence)) != 0 // [two-word-recheck-writers]
            || TMemory.ReadAcquire(ref SequenceHalves.Upper(ref sequence)) // [two-word-recheck]
                != SequenceHalves.UpperOf(word);
    }
}
