using System.Runtime.CompilerServices;
using Atomics;

namespace Tracker.Seqcount;

/// <summary>Arithmetic on a seqcount's word, common to all protocols.</summary>
public static class SequenceWord
{
    /// <summary>Bits of the word.</summary>
    public const int WordBits = 64;

    /// <summary>Bits of the shared writers' count (patch 06).</summary>
    public const int SharedBits = 16;

    /// <summary>Most shared writers at once: 0x8000 = 32768, half of what the field holds (patch 06).</summary>
    public const int MaxSharedWriters = 0x8000;

    /// <summary>The count of shared writers in a word.</summary>
    public const long SharedMask = (1L << SharedBits) - 1;

    /// <summary>The sequence number in a word.</summary>
    /// <param name="word">The word.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Number<TSeqcount>(long word)
        where TSeqcount : struct, ISeqcount => word >>> TSeqcount.Format.Shift;

    /// <summary>The word of an idle seqcount at a sequence number, taken modulo the field's width.</summary>
    /// <param name="number">Sequence number, 0 or more.</param>
    public static long Idle<TSeqcount>(long number)
        where TSeqcount : struct, ISeqcount => number << TSeqcount.Format.Shift;

    /// <summary>Width of the sequence number in bits.</summary>
    public static int NumberBits<TSeqcount>() where TSeqcount : struct, ISeqcount => WordBits - TSeqcount.Format.Shift;

    /// <summary>
    /// Leaves a section: one add advances the sequence and drops the writer. Orders every update of the section before
    /// it (full fence); pairs with the reader's first read, which must see them all once it sees this number. Were the
    /// add weaker, a reader could accept the number without the updates.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static long End<TMemory, TStamp>(ref long sequence, int shift, long writer)
        where TMemory : struct, IMemory
        where TStamp : struct, IStampMode
    {
        TrackerCheck.That(IsInside<TMemory>(ref sequence, shift, writer), "a write section ended that had not begun");
        long delta = (1L << shift) - writer;
        if (!TStamp.IsStamped)
        {
            TMemory.Add(ref sequence, delta); // [seqcount-end]
            return 0;
        }

        long word = TMemory.AddReturn(ref sequence, delta); // [seqcount-end]
        TrackerCheck.That((word & SharedMask) < MaxSharedWriters,
            "a write section ended that had not begun, or too many writers are inside");
        return word >>> shift;
    }

    /// <summary>Whether the writers' count is within its limit; for checks.</summary>
    internal static bool HasRoom<TMemory>(ref long sequence) where TMemory : struct, IMemory =>
        !TrackerCheck.SeesWords<TMemory>() || (Volatile.Read(ref sequence) & SharedMask) <= MaxSharedWriters;

    /// <summary>Whether the field of such a writer counts one; for checks.</summary>
    private static bool IsInside<TMemory>(ref long sequence, int shift, long writer) where TMemory : struct, IMemory
    {
        long field = writer < SharedMask ? SharedMask : ((1L << shift) - 1) & ~SharedMask;
        return !TrackerCheck.SeesWords<TMemory>() || (Volatile.Read(ref sequence) & field) != 0;
    }
}
