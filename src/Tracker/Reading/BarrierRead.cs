using System.Runtime.CompilerServices;
using Atomics;

namespace Tracker.Reading;

/// <summary>
/// Plain reads of the words, then one read barrier before the recheck (as the kernel's seqcounts and the runtime's cast
/// cache do). The one that ships: see <c>SnapshotReadBenchmarks</c>.
/// </summary>
public readonly struct BarrierRead : ISnapshotRead
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Begin<TMemory>(ref long sequence) where TMemory : struct, IMemory
    {
        // Acquire: the words' reads stay behind it, and see every section that this number counts; pairs with
        // [seqcount-end]. Read plainly, the words could be older than the number.
        return TMemory.ReadAcquire(ref sequence); // [read-begin]
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsIdle(long word, long writersMask) => (word & writersMask) == 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Read<TMemory>(ref int location) where TMemory : struct, IMemory =>
        TMemory.ReadPlain(ref location); // [read-word] ordered by [read-begin] and [read-barrier]

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Read<TMemory>(ref long location) where TMemory : struct, IMemory =>
        TMemory.ReadPlain(ref location); // [read-word]

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MustRetry<TMemory>(ref long sequence, long word) where TMemory : struct, IMemory
    {
        // The words' reads stay before the recheck; pairs with [shared-begin] and [exclusive-begin]: if one of them saw
        // a section's update, the recheck sees its writer. Without it a torn snapshot passes.
        TMemory.ReadBarrier(); // [read-barrier]
        return TMemory.ReadPlain(ref sequence) != word; // [recheck] plain: the barrier before it orders it
    }
}
