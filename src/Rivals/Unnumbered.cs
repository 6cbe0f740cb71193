using System.Runtime.CompilerServices;
using Atomics;
using Tracker.Seqcount;

namespace Rivals;

/// <summary>
/// No seqcount at all, for schemes that need none: the section's begin and end do nothing. With a real one in its place
/// such a scheme's sections are numbered, so that an audit knows the truth beside its answers.
/// </summary>
public readonly struct Unnumbered : ISeqcount
{
    /// <inheritdoc/>
    public static SequenceFormat Format => new(SequenceLayout.OneWord, WritersMask: 0, Shift: 0);

    /// <inheritdoc/>
    public static int MaxWriters => int.MaxValue;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool WriteBegin<TMemory>(ref long sequence) where TMemory : struct, IMemory => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long WriteEnd<TMemory>(ref long sequence, bool alone) where TMemory : struct, IMemory => 0;
}
