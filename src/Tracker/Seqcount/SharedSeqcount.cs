using System.Runtime.CompilerServices;
using Atomics;

namespace Tracker.Seqcount;

/// <summary>
/// Protocol <c>shared</c> (patch 06): bits 0-15 count the writers inside, 16-63 the sections. Writers never wait for
/// each other; every update inside is an atomic add.
/// </summary>
/// <typeparam name="TStamp">Whether a section's end returns its number.</typeparam>
public readonly struct SharedSeqcount<TStamp> : ISeqcount
    where TStamp : struct, IStampMode
{
    private const long OneWriter = 1;
    private const long WritersMask = SequenceWord.SharedMask;
    private const int Shift = SequenceWord.SharedBits;

    /// <inheritdoc/>
    public static SequenceFormat Format => new(SequenceLayout.OneWord, WritersMask, Shift);

    /// <inheritdoc/>
    public static int MaxWriters => SequenceWord.MaxSharedWriters;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool WriteBegin<TMemory>(ref long sequence) where TMemory : struct, IMemory
    {
        // Orders the writer's bit before every update of the section (full fence); pairs with the barrier before the
        // reader's recheck: a reader that saw one of the updates sees the bit. Without it the reader would accept a
        // torn snapshot. The result is unused, so in the model the adds of several writers commute.
        TMemory.Add(ref sequence, OneWriter); // [shared-begin]
        TrackerCheck.That(SequenceWord.HasRoom<TMemory>(ref sequence),
            "more writers are inside than the shared field allows");
        return false;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long WriteEnd<TMemory>(ref long sequence, bool alone) where TMemory : struct, IMemory =>
        SequenceWord.End<TMemory, TStamp>(ref sequence, Shift, OneWriter);
}
