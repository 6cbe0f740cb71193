using System.Runtime.CompilerServices;
using Atomics;
using Tracker.Seqcount;

namespace Tracker.Reading;

/// <summary>
/// <see cref="BarrierRead"/> for protocol <c>two-word</c>: the number, the words, a read barrier, the count, the
/// number.
/// </summary>
/// <remarks>
/// Why the count comes before the number: a shared writer advances the number and then leaves the count. Whoever has
/// read an update of a section sees its writer in the count, or that it has left, and then a number that includes it.
/// </remarks>
public readonly struct TwoWordBarrierRead : ISnapshotRead
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Begin<TMemory>(ref long sequence) where TMemory : struct, IMemory
    {
        // Acquire: as [read-begin]; pairs with [two-word-advance] and [two-word-end]. The count is not read: the
        // recheck alone decides on shared writers, and whoever is inside now may have left by then.
        int upper = TMemory.ReadAcquire(ref SequenceHalves.Upper(ref sequence)); // [two-word-read-begin]
        return SequenceHalves.Compose(lower: 0, upper);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsIdle(long word, long writersMask) => (word & writersMask) == 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Read<TMemory>(ref int location)
        where TMemory : struct, IMemory => BarrierRead.Read<TMemory>(ref location);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Read<TMemory>(ref long location)
        where TMemory : struct, IMemory => BarrierRead.Read<TMemory>(ref location);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MustRetry<TMemory>(ref long sequence, long word) where TMemory : struct, IMemory
    {
        // The words' reads stay before the recheck; pairs with [two-word-take] and [two-word-share]: if one of them saw
        // a section's update, the recheck sees its writer or that it has left.
        TMemory.ReadBarrier(); // [read-barrier]

        // Acquire: the number's read stays behind it; pairs with [two-word-leave]. The other way round, a writer that
        // advances and leaves between the two reads is not seen by either.
        return TMemory.ReadAcquire(ref SequenceHalves.Lower(ref sequence)) != 0 // [two-word-recheck-writers]
            || TMemory.ReadPlain(ref SequenceHalves.Upper(ref sequence)) // [two-word-recheck]
                != SequenceHalves.UpperOf(word);
    }
}
