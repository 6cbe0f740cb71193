using System.Runtime.CompilerServices;
using Atomics;
using Tracker.Seqcount;

namespace Tracker.Rivals;

/// <summary>
/// Scheme <c>rmap-id-half-word</c>: protocol <c>exclusive</c> with one atomic operation instead of two, as a yardstick. Bits 0-15 count
/// shared writers, bit 32 is the exclusive writer, 33-63 the sections: an exclusive section ends with a plain store of the
/// upper half, which nobody else writes meanwhile.
/// </summary>
/// <remarks>
/// Not for use: it mixes accesses of 64 and of 32 bits to one word. x86-64 keeps both atomic, but neither the .NET memory model
/// nor the model checker says anything about it, and the shorter sequence can repeat under a stalled reader (2^31 sections).
/// </remarks>
/// <typeparam name="TStamp">Whether a section's end returns its number.</typeparam>
public readonly unsafe struct HalfWordSeqcount<TStamp> : ISeqcount
    where TStamp : struct, IStampMode
{
    private const long ExclusiveWriter = 1L << 32;
    private const long OneWriter = 1;

    /// <inheritdoc/>
    public static long WritersMask => ExclusiveWriter | SequenceWord.SharedMask;

    /// <inheritdoc/>
    public static int SequenceShift => 33;

    /// <inheritdoc/>
    public static int MaxWriters => SequenceWord.MaxSharedWriters;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool WriteBegin<TMemory>(ref long sequence) where TMemory : struct, IMemory
    {
        // Half by half: a load of the whole word would have to wait until the last section's store of one half has left the
        // store buffer (measured: 8.9 ns for a section instead of 6.2 ns).
        long seen = (uint)TMemory.ReadPlain(ref Half(ref sequence, 0)) | ((long)TMemory.ReadPlain(ref Half(ref sequence, 1)) << 32); // [exclusive-guess]
        if ((seen & WritersMask) == 0
            && TMemory.CompareExchange(ref sequence, seen | ExclusiveWriter, seen) == seen) // [exclusive-begin]
        {
            return true;
        }

        Share<TMemory>(ref sequence);
        return false;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long WriteEnd<TMemory>(ref long sequence, bool alone) where TMemory : struct, IMemory
    {
        if (!alone)
        {
            return SequenceWord.End<TMemory, TStamp>(ref sequence, SequenceShift, OneWriter);
        }

        // Adding 1 to the upper half clears the exclusive bit and carries into the number. Plain read: nobody else changes this
        // half now. Release: the updates come first; pairs with the reader's first read. Shared writers that wait touch the
        // lower half only.
        ref int upper = ref Half(ref sequence, 1);
        int next = TMemory.ReadPlain(ref upper) + 1; // [half-end]
        TMemory.WriteRelease(ref upper, next); // [half-end]
        return TStamp.IsStamped ? (uint)next >> 1 : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref int Half(ref long word, int upper) =>
        ref Unsafe.Add(ref Unsafe.As<long, int>(ref word), BitConverter.IsLittleEndian ? upper : 1 - upper);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Share<TMemory>(ref long sequence) where TMemory : struct, IMemory
    {
        long entered = TMemory.AddReturn(ref sequence, OneWriter); // [exclusive-share]
        SequenceWait.UntilClear<TMemory>(ref sequence, entered, ExclusiveWriter);
    }
}
