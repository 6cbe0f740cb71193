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
    public static long Apply<TMemory>(Folio folio, long* subIds, int count) where TMemory : struct, IMemory
    {
        long* sequence = &folio.State->Sequence;
        if (TSeqcount.WriteBegin<TMemory>(ref *sequence))
        {
            MappingUpdate.Alone<TMemory>(folio, subIds, count);
            return TSeqcount.WriteEnd<TMemory>(ref *sequence, alone: true);
        }

        return TSeqcount.SharesApart
            ? ShareApart<TMemory>(folio, subIds, count)
            : Share<TMemory>(folio, subIds, count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long ShareApart<TMemory>(Folio folio, long* subIds, int count) where TMemory : struct, IMemory =>
        Share<TMemory>(folio, subIds, count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Share<TMemory>(Folio folio, long* subIds, int count) where TMemory : struct, IMemory
    {
        long* sequence = &folio.State->Sequence;
        MappingUpdate.Shared<TMemory>(folio, subIds, count);
        return TSeqcount.WriteEnd<TMemory>(ref *sequence, alone: false);
    }
}
