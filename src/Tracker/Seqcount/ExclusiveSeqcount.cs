using System.Runtime.CompilerServices;
using Atomics;

namespace Tracker.Seqcount;

/// <summary>
/// Protocol <c>exclusive</c> (patch 16): bits 0-15 count shared writers, bit 16 is one exclusive writer, 17-63 the
/// sections.
/// </summary>
/// <remarks>
/// States of the writer fields: idle; shared writers only; exclusive alone; exclusive with shared writers waiting for
/// it. A writer that finds the word idle takes the exclusive bit by compare-and-swap and updates plainly. Any other
/// enters as a shared writer and, if its entering add shows the exclusive bit, waits until it is clear: for one
/// exclusive section at most, since nobody can take the bit while a shared writer is counted.
/// </remarks>
/// <typeparam name="TStamp">Whether a section's end returns its number.</typeparam>
public readonly struct ExclusiveSeqcount<TStamp> : ISeqcount
    where TStamp : struct, IStampMode
{
    /// <summary>The bit of the exclusive writer.</summary>
    public const long ExclusiveWriter = 1L << SequenceWord.SharedBits;

    private const long OneWriter = 1;
    private const long WritersMask = ExclusiveWriter | SequenceWord.SharedMask;
    private const int Shift = SequenceWord.SharedBits + 1;

    /// <inheritdoc/>
    public static SequenceFormat Format => new(SequenceLayout.OneWord, WritersMask, Shift);

    /// <inheritdoc/>
    public static int MaxWriters => SequenceWord.MaxSharedWriters;

    /// <inheritdoc/>
    public static bool EndsOnce => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool WriteBegin<TMemory>(ref long sequence) where TMemory : struct, IMemory
    {
        // Plain: only a guess at the comparand; the compare-and-swap below orders and decides.
        long seen = TMemory.ReadPlain(ref sequence); // [exclusive-guess]

        // Orders the exclusive bit before the section's plain updates (full fence) and reads what the last section
        // wrote; pairs with every section's end and with the barrier before the reader's recheck. Weaker, a reader
        // could see an update and not the bit, or this writer could overwrite an update that it had not seen.
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
    public static long WriteEnd<TMemory>(ref long sequence, bool alone) where TMemory : struct, IMemory =>
        SequenceWord.End<TMemory, TStamp>(ref sequence, Shift, alone ? ExclusiveWriter : OneWriter);

    /// <summary>Enters as a shared writer; out of line, because the common writer is alone.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Share<TMemory>(ref long sequence) where TMemory : struct, IMemory
    {
        // As [shared-begin]; its result also tells whether an exclusive writer must be waited for. From here on nobody
        // can take the exclusive bit.
        long entered = TMemory.AddReturn(ref sequence, OneWriter); // [exclusive-share]
        TrackerCheck.That((entered & SequenceWord.SharedMask) <= MaxWriters,
            "more writers are inside than the shared field allows");
        SequenceWait.UntilClear<TMemory>(ref sequence, entered, ExclusiveWriter);
    }
}
