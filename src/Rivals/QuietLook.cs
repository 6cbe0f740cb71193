using System.Runtime.CompilerServices;
using Atomics;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Seqcount;

namespace Rivals;

/// <summary>
/// Two looks at a sequence word around an answer that does without one: whether no section came in between, so that an
/// audit can name the state that the answer was about. With <see cref="Unnumbered"/> they cost nothing and say no.
/// </summary>
/// <typeparam name="TMemory">The memory operations.</typeparam>
/// <typeparam name="TSeqcount">What numbers the sections, a protocol of <see cref="SharedSeqcount{TStamp}"/>'s
/// words.</typeparam>
internal static unsafe class QuietLook<TMemory, TSeqcount>
    where TMemory : struct, IMemory
    where TSeqcount : struct, ISeqcount
{
    /// <summary>Whether sections are numbered: known when the caller is compiled.</summary>
    public static bool IsNumbered => TSeqcount.Format.Shift != 0;

    /// <summary>The word before the answer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Begin(FolioState* state) => IsNumbered ? BarrierRead.Begin<TMemory>(ref state->Sequence) : 0;

    /// <summary>Whether nobody was inside at <see cref="Begin"/> and nobody came since.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool WasQuiet(FolioState* state, long word) =>
        IsNumbered && BarrierRead.IsIdle(word, TSeqcount.Format.WritersMask)
            && !BarrierRead.MustRetry<TMemory>(ref state->Sequence, word);
}
