using System.Runtime.CompilerServices;
using Atomics;
using Tracker.Folios;

namespace Tracker.Writing;

/// <summary>The updates inside a write section.</summary>
/// <remarks>
/// The values are counted with an <c>int</c>, whose sign is extended at each access. A native integer saves 7
/// instructions of a section, but on an AMD EPYC of the first generation a section of <c>two-word</c> takes 1.17 of the
/// time with it (docs/COSTS.md).
/// </remarks>
public static unsafe class MappingUpdate
{
    /// <summary>Updates with atomic adds, because other writers may be inside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Shared<TMemory>(Folio folio, long* subIds, int count) where TMemory : struct, IMemory
    {
        FolioState* state = folio.State;
        int values = FolioShape.Read<TMemory>(folio).ValueCount;

        // Atomic, so that no update of another writer is lost. Their fences order nothing that the section's begin and
        // end do not order already; .NET has no weaker atomic add.
        TMemory.Add(ref *&state->MapcountMinusOne, count); // [shared-mapcount]
        long* words = state->Values;
        for (int value = 0; value < values; value++)
        {
            long subId = TMemory.ReadPlain(ref subIds[value]); // [sub-id] constant while the MM is referenced
            TMemory.Add(ref words[value], subId * count); // [shared-value]
        }
    }

    /// <summary>Updates with plain reads and writes, because this writer is alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Alone<TMemory>(Folio folio, long* subIds, int count) where TMemory : struct, IMemory
    {
        FolioState* state = folio.State;
        int values = FolioShape.Read<TMemory>(folio).ValueCount;

        // Plain: between [exclusive-begin] and [seqcount-end], both full fences, or [two-word-take] and [two-word-end],
        // nobody else writes, and readers reject what they saw meanwhile. A reader may see these words in any order.
        int* mapcount = &state->MapcountMinusOne;
        TMemory.WritePlain(ref *mapcount, TMemory.ReadPlain(ref *mapcount) + count); // [alone-mapcount]
        long* words = state->Values;
        for (int value = 0; value < values; value++)
        {
            long* word = words + value;
            long subId = TMemory.ReadPlain(ref subIds[value]); // [sub-id]
            TMemory.WritePlain(ref *word, TMemory.ReadPlain(ref *word) + (subId * count)); // [alone-value]
        }
    }

    /// <summary>
    /// Sets the first mappings of a prepared folio that nobody else can see yet: no section, plain stores. Publishing
    /// the folio makes them visible.
    /// </summary>
    public static void Set<TMemory>(Folio folio, long* subIds, int count) where TMemory : struct, IMemory
    {
        FolioPublication.RefuseIfPublished(folio);
        FolioState* state = folio.State;
        int values = FolioShape.Read<TMemory>(folio).ValueCount;
        TMemory.WritePlain(ref state->MapcountMinusOne, count - 1); // [set] published by [publish]
        for (int value = 0; value < values; value++)
        {
            long subId = TMemory.ReadPlain(ref subIds[value]); // [sub-id]
            TMemory.WritePlain(ref state->Values[value], subId * count); // [set]
        }
    }
}
