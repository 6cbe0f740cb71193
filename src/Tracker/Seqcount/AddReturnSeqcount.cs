using System.Runtime.CompilerServices;
using Atomics;

namespace Tracker.Seqcount;

/// <summary>
/// Protocol <c>add-return</c> (patch 18, 64-bit only): bits 0-15 count shared writers, 16-31 contenders for the
/// exclusive role, 32-63 the sections. Like <c>exclusive</c>, with an add instead of a compare-and-swap.
/// </summary>
/// <remarks>
/// A writer that finds the word idle adds itself as a contender; it is exclusive if its add shows exactly that one
/// contender and nobody else. Else it turns itself into a shared writer with one add and waits until no contender is
/// left. The sequence has 32 bits: a reader stalled across exactly 2^32 sections would accept a torn snapshot.
/// </remarks>
/// <typeparam name="TStamp">Whether a section's end returns its number.</typeparam>
public readonly struct AddReturnSeqcount<TStamp> : ISeqcount
    where TStamp : struct, IStampMode
{
    /// <summary>One contender for the exclusive role.</summary>
    public const long OneContender = 1L << SequenceWord.SharedBits;

    private const long ContendersMask = 0xFFFF_0000;
    private const long OneWriter = 1;
    private const long WritersMask = ContendersMask | SequenceWord.SharedMask;
    private const int Shift = 2 * SequenceWord.SharedBits;

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
        // Plain: only a guess that contending is worth while; the adds below order and decide.
        if ((TMemory.ReadPlain(ref sequence) & WritersMask) == 0) // [add-return-guess]
        {
            // As [exclusive-begin]: a full fence before the plain updates of the section.
            long word = TMemory.AddReturn(ref sequence, OneContender); // [add-return-begin]
            if ((word & WritersMask) == OneContender)
            {
                return true;
            }

            BackOff<TMemory>(ref sequence);
            return false;
        }

        Share<TMemory>(ref sequence, OneWriter);
        return false;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long WriteEnd<TMemory>(ref long sequence, bool alone) where TMemory : struct, IMemory =>
        SequenceWord.End<TMemory, TStamp>(ref sequence, Shift, alone ? OneContender : OneWriter);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void BackOff<TMemory>(ref long sequence) where TMemory : struct, IMemory =>
        Share<TMemory>(ref sequence, OneWriter - OneContender);

    /// <summary>Enters, or turns, into a shared writer; out of line, because the common writer is alone.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Share<TMemory>(ref long sequence, long delta) where TMemory : struct, IMemory
    {
        // As [shared-begin]; its result also tells whether contenders must be waited for. One of them may be exclusive.
        long entered = TMemory.AddReturn(ref sequence, delta); // [add-return-share]
        TrackerCheck.That((entered & SequenceWord.SharedMask) <= MaxWriters,
            "more writers are inside than the shared field allows");
        SequenceWait.UntilClear<TMemory>(ref sequence, entered, ContendersMask);
    }
}
