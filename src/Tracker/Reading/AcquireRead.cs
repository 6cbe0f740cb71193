using System.Runtime.CompilerServices;
using Atomics;

namespace Tracker.Reading;

/// <summary>Acquire reads throughout: each keeps all later reads, the recheck among them, behind it.</summary>
public readonly struct AcquireRead : ISnapshotRead
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Begin<TMemory>(ref long sequence)
        where TMemory : struct, IMemory => BarrierRead.Begin<TMemory>(ref sequence);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsIdle(long word, long writersMask) => BarrierRead.IsIdle(word, writersMask);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Read<TMemory>(ref int location) where TMemory : struct, IMemory =>
        TMemory.ReadAcquire(ref location); // [acquire-word] keeps the recheck behind it, as [read-barrier] would

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Read<TMemory>(ref long location) where TMemory : struct, IMemory =>
        TMemory.ReadAcquire(ref location); // [acquire-word]

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MustRetry<TMemory>(ref long sequence, long word) where TMemory : struct, IMemory
    {
        // No barrier: every word was read with acquire, so this read is behind them all.
        return TMemory.ReadAcquire(ref sequence) != word; // [acquire-recheck]
    }
}
