using System.Runtime.CompilerServices;
using Atomics;

namespace Tracker.Seqcount;

/// <summary>
/// Protocol <c>two-word</c>: as <c>exclusive</c>, with one atomic operation for a writer that is alone. The lower word
/// counts the shared writers; in the upper one bit 0 is the exclusive writer and the bits above it count the sections.
/// </summary>
/// <remarks>
/// <para>
/// Only the holder of the bit and shared writers inside change the upper word. So a writer that has taken the bit and
/// then finds no shared writer counted is the only one left, and ends with a plain store. If it finds one it gives way
/// and shares. It cannot overlook one: both sides announce themselves with a full fence before they look at the other's
/// word.
/// </para>
/// <para>
/// A shared writer advances the sequence before it leaves the count: who finds the count at 0 finds the sections of all
/// who left. It waits for one exclusive section at most, and for writers that found nobody before it came and now give
/// way.
/// </para>
/// <para>The sequence has 31 bits: a reader stalled across exactly 2^31 sections would accept a torn snapshot.</para>
/// </remarks>
/// <typeparam name="TStamp">Whether a section's end returns its number.</typeparam>
public readonly struct TwoWordSeqcount<TStamp> : ISeqcount
    where TStamp : struct, IStampMode
{
    /// <summary>The bit of the exclusive writer in the upper word.</summary>
    public const int ExclusiveWriter = 1;

    /// <summary>One shared writer in the lower word.</summary>
    public const int OneWriter = 1;

    private const int Shift = SequenceHalves.Bits + 1;

    /// <inheritdoc/>
    public static SequenceFormat Format => new(
        SequenceLayout.TwoWords, ((long)ExclusiveWriter << SequenceHalves.Bits) | uint.MaxValue, Shift);

    /// <inheritdoc/>
    /// <remarks>Half of what the lower word holds, as in the other protocols.</remarks>
    public static int MaxWriters => 1 << (SequenceHalves.Bits - 2);

    /// <summary>One section in the upper word.</summary>
    public static int OneSection => 1 << (Shift - SequenceHalves.Bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool WriteBegin<TMemory>(ref long sequence) where TMemory : struct, IMemory
    {
        if (TryTake<TMemory>(ref sequence))
        {
            if (IsAlone<TMemory>(ref sequence))
            {
                return true;
            }

            GiveWay<TMemory>(ref sequence);
        }
        else
        {
            Share<TMemory>(ref sequence);
        }

        return false;
    }

    /// <summary>
    /// Looks for shared writers behind a taken bit: the second step. If there are any, this writer gives way.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsAlone<TMemory>(ref long sequence) where TMemory : struct, IMemory =>
        // Acquire: what shared writers have updated comes before this section; pairs with [two-word-leave], and as
        // store buffering with [two-word-share]: one of the two sees the other. Without it two writers update at once,
        // one of them plainly; read plainly, this section could overwrite the updates of a writer that left since the
        // bit was taken.
        TMemory.ReadAcquire(ref SequenceHalves.Lower(ref sequence)) == 0; // [two-word-look]

    /// <summary>
    /// Takes the exclusive bit if nobody seems to be inside: the first step of a writer that wants to be alone.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryTake<TMemory>(ref long sequence) where TMemory : struct, IMemory
    {
        // Plain: a guess at the comparand, and at whether taking the bit is worth while. One word after the other: a
        // load of both would wait for the last section's store of one to leave the store buffer.
        ref int upper = ref SequenceHalves.Upper(ref sequence);
        int seen = TMemory.ReadPlain(ref upper); // [two-word-guess]
        if ((seen & ExclusiveWriter) != 0
            || TMemory.ReadPlain(ref SequenceHalves.Lower(ref sequence)) != 0) // [two-word-guess]
        {
            return false;
        }

        // Orders the bit before the section's plain updates and before the look at the count (full fence), and reads
        // what the last exclusive section wrote; pairs with [two-word-end] and with the barrier before the reader's
        // recheck.
        return TMemory.CompareExchange(ref upper, seen | ExclusiveWriter, seen) == seen; // [two-word-take]
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long WriteEnd<TMemory>(ref long sequence, bool alone) where TMemory : struct, IMemory
    {
        if (!alone)
        {
            return Leave<TMemory>(ref sequence);
        }

        // Plain read: nobody else changes this word now. Read again, not remembered: a shared writer may have advanced
        // it between [two-word-take] and [two-word-look]. Release: the updates come first; pairs with the reader's
        // first read, with the next writer's [two-word-take] and with those who wait. Clearing the bit carries into the
        // number.
        ref int upper = ref SequenceHalves.Upper(ref sequence);
        int held = TMemory.ReadPlain(ref upper); // [two-word-end]
        TrackerCheck.That((held & ExclusiveWriter) != 0, "an exclusive section ended that had not begun");
        int next = held + OneSection - ExclusiveWriter;
        TMemory.WriteRelease(ref upper, next); // [two-word-end]
        return TStamp.IsStamped ? NumberOf(next) : 0;
    }

    /// <summary>The sequence number in the upper word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long NumberOf(int upper) => (uint)upper >> (Shift - SequenceHalves.Bits);

    /// <summary>Enters as a shared writer; out of line, because the common writer is alone.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Share<TMemory>(ref long sequence) where TMemory : struct, IMemory
    {
        // Orders the announcement before this writer's look at the bit, and before its updates (full fence); pairs with
        // [two-word-look] and with the barrier before the reader's recheck.
        TMemory.Add(ref SequenceHalves.Lower(ref sequence), OneWriter); // [two-word-share]
        TrackerCheck.That(IsCounted<TMemory>(ref sequence), "more writers are inside than the lower word allows");
        SequenceWait.UntilClear<TMemory>(ref SequenceHalves.Upper(ref sequence), ExclusiveWriter);
    }

    /// <summary>Turns the holder of the bit, which found shared writers, into one of them.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void GiveWay<TMemory>(ref long sequence) where TMemory : struct, IMemory
    {
        // Orders the announcement before the bit is free (full fence): whoever takes it next finds this writer counted
        // and gives way too, so there is nothing to wait for; pairs with [two-word-look] and with the barrier before
        // the reader's recheck.
        TMemory.Add(ref SequenceHalves.Lower(ref sequence), OneWriter); // [two-word-join]

        // Atomic: a shared writer that is inside may advance the sequence now, and a store would take its step back.
        TMemory.Add(ref SequenceHalves.Upper(ref sequence), -ExclusiveWriter); // [two-word-give-back]
    }

    /// <summary>Whether the lower word counts writers, and not more than it may; for checks.</summary>
    private static bool IsCounted<TMemory>(ref long sequence) where TMemory : struct, IMemory =>
        !TrackerCheck.SeesWords<TMemory>()
            || Volatile.Read(ref SequenceHalves.Lower(ref sequence)) is > 0 and int writers && writers <= MaxWriters;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Leave<TMemory>(ref long sequence) where TMemory : struct, IMemory
    {
        TrackerCheck.That(IsCounted<TMemory>(ref sequence), "a shared section ended that had not begun");

        // Orders the updates before the new number (full fence); pairs with the reader's first read. The bit may be
        // set, by a writer that finds this one counted and gives way.
        long stamp = 0;
        ref int upper = ref SequenceHalves.Upper(ref sequence);
        if (TStamp.IsStamped)
        {
            stamp = NumberOf(TMemory.AddReturn(ref upper, OneSection)); // [two-word-advance]
        }
        else
        {
            TMemory.Add(ref upper, OneSection); // [two-word-advance]
        }

        // Orders the new number before the count (full fence); pairs with [two-word-look] and the reader's look at the
        // count. The other way round, the number would not yet count a section whose writer is no longer seen.
        TMemory.Add(ref SequenceHalves.Lower(ref sequence), -OneWriter); // [two-word-leave]
        return stamp;
    }
}
