using System.Runtime.CompilerServices;
using Tracker.Folios;
using Tracker.Reading;

namespace Stress.Bench.Ratios;

/// <summary>
/// The tracker's accesses written out without type parameters: what its abstraction must not cost more than.
/// </summary>
internal static unsafe class HandWritten
{
    private const long OneWriter = 1;
    private const long SharedStep = 1L << 16;
    private const long ExclusiveWriter = 1L << 16;
    private const long ExclusiveStep = 1L << 17;

    /// <summary>A section of protocol <c>shared</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Shared(FolioState* state, long* subIds, int count)
    {
        Interlocked.Add(ref state->Sequence, OneWriter);
        Interlocked.Add(ref state->MapcountMinusOne, count);
        int values = (byte)(state->Shape >> 16);
        for (int value = 0; value < values; value++)
        {
            Interlocked.Add(ref state->Values[value], subIds[value] * count);
        }

        Interlocked.Add(ref state->Sequence, SharedStep - OneWriter);
    }

    /// <summary>A section of protocol <c>exclusive</c> that finds nobody inside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Exclusive(FolioState* state, long* subIds, int count)
    {
        long seen = state->Sequence;
        if ((seen & (ExclusiveStep - 1)) != 0
            || Interlocked.CompareExchange(ref state->Sequence, seen | ExclusiveWriter, seen) != seen)
        {
            return false;
        }

        state->MapcountMinusOne += count;
        int values = (byte)(state->Shape >> 16);
        for (int value = 0; value < values; value++)
        {
            state->Values[value] += subIds[value] * count;
        }

        Interlocked.Add(ref state->Sequence, ExclusiveStep - ExclusiveWriter);
        return true;
    }

    /// <summary>A section of protocol <c>two-word</c> that finds nobody inside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TwoWord(FolioState* state, long* subIds, int count)
    {
        int* writers = (int*)&state->Sequence + (BitConverter.IsLittleEndian ? 0 : 1);
        int* sequence = (int*)&state->Sequence + (BitConverter.IsLittleEndian ? 1 : 0);
        int seen = *sequence;
        if ((seen & 1) != 0 || *writers != 0
            || Interlocked.CompareExchange(ref *sequence, seen | 1, seen) != seen
            || Volatile.Read(ref *writers) != 0)
        {
            return false;
        }

        state->MapcountMinusOne += count;
        int values = (byte)(state->Shape >> 16);
        for (int value = 0; value < values; value++)
        {
            state->Values[value] += subIds[value] * count;
        }

        Volatile.Write(ref *sequence, *sequence + 1);
        return true;
    }

    /// <summary>A snapshot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadResult TryRead(FolioState* state, out Snapshot snapshot)
    {
        long word = Volatile.Read(ref state->Sequence);
        Unsafe.SkipInit(out snapshot);
        snapshot.Word = word;
        if ((word & 0xFFFF) != 0)
        {
            return ReadResult.WriterInside;
        }

        snapshot.Mapcount = state->MapcountMinusOne + 1;
        int values = (byte)(state->Shape >> 16);
        for (int value = 0; value < values; value++)
        {
            snapshot.Values[value] = state->Values[value];
        }

        Volatile.ReadBarrier();
        return state->Sequence != word ? ReadResult.Changed : ReadResult.Accepted;
    }
}
