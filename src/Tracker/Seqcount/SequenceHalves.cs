using System.Runtime.CompilerServices;

namespace Tracker.Seqcount;

/// <summary>
/// The two 32-bit words of a sequence in <see cref="SequenceLayout.TwoWords"/>, and the 64-bit value that stands for
/// both. The value is never loaded or stored as such; the bytes lie so that it would be, for those who look when nobody
/// else is at work.
/// </summary>
public static class SequenceHalves
{
    /// <summary>Bits of one word.</summary>
    public const int Bits = 32;

    /// <summary>The lower word.</summary>
    /// <param name="sequence">The eight bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref int Lower(ref long sequence) =>
        ref Unsafe.Add(ref Unsafe.As<long, int>(ref sequence), BitConverter.IsLittleEndian ? 0 : 1);

    /// <summary>The upper word.</summary>
    /// <param name="sequence">The eight bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref int Upper(ref long sequence) =>
        ref Unsafe.Add(ref Unsafe.As<long, int>(ref sequence), BitConverter.IsLittleEndian ? 1 : 0);

    /// <summary>The value that stands for two words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Compose(int lower, int upper) => ((long)upper << Bits) | (uint)lower;

    /// <summary>The lower word in a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LowerOf(long value) => (int)value;

    /// <summary>The upper word in a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int UpperOf(long value) => (int)(value >>> Bits);
}
