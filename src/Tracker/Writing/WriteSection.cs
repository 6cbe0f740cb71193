using System.Runtime.CompilerServices;
using Atomics;
using Tracker.Folios;
using Tracker.Seqcount;

namespace Tracker.Writing;

/// <summary>
/// The write section of patches 07 and 17: begin, mapcount, each value, end. Inside, a writer that is alone reads and
/// writes; others add atomically.
/// </summary>
/// <remarks>
/// Above 2^order mappings the values may wrap. They are sums modulo 2^64, so they are exact again once the count has
/// fallen.
/// </remarks>
/// <typeparam name="TSeqcount">The protocol.</typeparam>
public readonly unsafe struct WriteSection<TSeqcount> : IWriteSection
    where TSeqcount : struct, ISeqcount
{
    /// <inheritdoc/>
    public static SequenceFormat Format => TSeqcount.Format;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Apply<TMemory>(Folio folio, long* subIds, int count) where TMemory : struct, IMemory =>
        TSeqcount.EndsOnce ? WithOneEnd<TMemory>(folio, subIds, count) : WithTwoEnds<TMemory>(folio, subIds, count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long WithOneEnd<TMemory>(Folio folio, long* subIds, int count) where TMemory : struct, IMemory
    {
        bool alone = TSeqcount.WriteBegin<TMemory>(ref folio.State->Sequence);
        if (alone)
        {
            MappingUpdate.Alone<TMemory>(folio, subIds, count);
        }
        else
        {
            UpdateApart<TMemory>(folio, subIds, count);
        }

        return TSeqcount.WriteEnd<TMemory>(ref folio.State->Sequence, alone);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void UpdateApart<TMemory>(Folio folio, long* subIds, int count) where TMemory : struct, IMemory =>
        MappingUpdate.Shared<TMemory>(folio, subIds, count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long WithTwoEnds<TMemory>(Folio folio, long* subIds, int count) where TMemory : struct, IMemory
    {
        long* sequence = &folio.State->Sequence;
        if (TSeqcount.WriteBegin<TMemory>(ref *sequence))
        {
            MappingUpdate.Alone<TMemory>(folio, subIds, count);
            return TSeqcount.WriteEnd<TMemory>(ref *sequence, alone: true);
        }

        return AmongOthers<TMemory>(folio, subIds, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long AmongOthers<TMemory>(Folio folio, long* subIds, int count) where TMemory : struct, IMemory
    {
        long* sequence = &folio.State->Sequence;
        MappingUpdate.Shared<TMemory>(folio, subIds, count);
        return TSeqcount.WriteEnd<TMemory>(ref *sequence, alone: false);
    }
}
