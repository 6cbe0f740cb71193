using System.Runtime.CompilerServices;
using Atomics;
using Tracker.Folios;

namespace Tracker.Reading;

/// <summary>Compares a folio's values with those that one MM's mappings alone would make.</summary>
internal static unsafe class RmapDifference<TMemory, TRead>
    where TMemory : struct, IMemory
    where TRead : struct, ISnapshotRead
{
    /// <summary>
    /// Zero if every value is the mapcount times the sub-ID (modulo 2^64); branch-free, as in patch 09.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Of(Folio folio, long* subIds, int mapcount)
    {
        FolioState* state = folio.State;
        int values = FolioShape.Read<TMemory>(folio).ValueCount;
        long difference = 0;
        long* words = state->Values;
        for (int value = 0; value < values; value++)
        {
            long subId = TMemory.ReadPlain(ref subIds[value]); // [sub-id] constant while the MM is referenced
            difference |= TRead.Read<TMemory>(ref words[value]) ^ (subId * mapcount);
        }

        return difference;
    }
}
