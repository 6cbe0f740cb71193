using System.Runtime.CompilerServices;
using Atomics;

namespace Tracker.Seqcount;

/// <summary>
/// Protocol <c>patient</c>: <c>two-word</c>, in which a writer that does not come in alone looks again for a while
/// before it shares. No part of the patch.
/// </summary>
/// <remarks>
/// <para>
/// Two writers that meet on one folio take turns then, each for many sections, as long as the line is in its cache;
/// writers that share move the line with every update. Who waits does not look meanwhile: each look takes the line away
/// from the writer that is inside.
/// </para>
/// <para>
/// The wait is bounded as in <c>two-word</c>: after <see cref="Looks"/> looks the writer shares, and waits for one
/// exclusive section at most. A look that fails changes nothing, so what may happen is what may happen under
/// <c>two-word</c> to a writer that comes later.
/// </para>
/// </remarks>
/// <typeparam name="TStamp">Whether a section's end returns its number.</typeparam>
public readonly struct PatientSeqcount<TStamp> : ISeqcount
    where TStamp : struct, IStampMode
{
    /// <summary>Looks before a writer shares (docs/COSTS.md has the measurements).</summary>
    public const int Looks = 16;

    /// <summary>
    /// Pauses before each look. With two threads on one folio: 1 pause 43 million sections a second, 4 pauses 56, 16
    /// pauses 115, with owner tracking 71 and <c>two-word</c> 29 in the same run.
    /// </summary>
    public const int PausesBeforeLook = 16;

    /// <inheritdoc/>
    public static SequenceFormat Format => TwoWordSeqcount<TStamp>.Format;

    /// <inheritdoc/>
    public static int MaxWriters => TwoWordSeqcount<TStamp>.MaxWriters;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool WriteBegin<TMemory>(ref long sequence) where TMemory : struct, IMemory
    {
        if (TwoWordSeqcount<TStamp>.TryTake<TMemory>(ref sequence) || TryAgain<TMemory>(ref sequence))
        {
            if (TwoWordSeqcount<TStamp>.IsAlone<TMemory>(ref sequence))
            {
                return true;
            }

            TwoWordSeqcount<TStamp>.GiveWay<TMemory>(ref sequence);
        }
        else
        {
            TwoWordSeqcount<TStamp>.Share<TMemory>(ref sequence);
        }

        return false;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long WriteEnd<TMemory>(ref long sequence, bool alone) where TMemory : struct, IMemory =>
        TwoWordSeqcount<TStamp>.WriteEnd<TMemory>(ref sequence, alone);

    /// <summary>Waits for the bit, but not for ever; out of line, because the common writer is alone.</summary>
    /// <returns>Whether this writer has the bit.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryAgain<TMemory>(ref long sequence) where TMemory : struct, IMemory
    {
        for (int look = TMemory.Turns(Looks); look > 0; look--)
        {
            for (int pause = TMemory.Turns(PausesBeforeLook); pause > 0; pause--)
            {
                TMemory.Pause();
            }

            if (TwoWordSeqcount<TStamp>.TryTake<TMemory>(ref sequence))
            {
                return true;
            }
        }

        return false;
    }
}
