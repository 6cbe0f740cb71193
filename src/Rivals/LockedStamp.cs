using System.Runtime.CompilerServices;
using Atomics;
using Tracker.Seqcount;

namespace Rivals;

/// <summary>
/// Numbers the sections of a scheme that locks: the folio's sequence word, advanced plainly inside the lock, which
/// orders it. The number sits above the bits that say "a writer is inside" elsewhere, so that a free folio looks idle.
/// </summary>
internal static class LockedStamp
{
    /// <summary>Bits below the number.</summary>
    public const int Shift = SequenceWord.SharedBits;

    /// <summary>No bit says that a writer is inside: the scheme's lock is not in the word.</summary>
    public static SequenceFormat Format => new(SequenceLayout.OneWord, WritersMask: 0, Shift);

    /// <summary>The section's number, or 0 if the scheme goes unstamped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Next<TMemory, TStamp>(ref long sequence)
        where TMemory : struct, IMemory
        where TStamp : struct, IStampMode
    {
        if (!TStamp.IsStamped)
        {
            return 0;
        }

        long word = TMemory.ReadPlain(ref sequence) + (1L << Shift); // [locked-stamp] ordered by the scheme's lock

        // Release: who sees the number without the lock, as an audit does, sees the section's counts.
        TMemory.WriteRelease(ref sequence, word); // [locked-stamp]
        return word >>> Shift;
    }
}
