using System.Diagnostics;
using Atomics;
using Tracker.AddressSpaces;
using Tracker.Folios;

namespace Tracker.Writing;

/// <summary>
/// Checks of debug builds around mapping and unmapping: what the patch warns about there, and what would corrupt the
/// counts. In a model only those are made that need no shared word.
/// </summary>
internal static unsafe class MappingCheck
{
    /// <summary>Before pages are mapped, set or unmapped.</summary>
    [Conditional("DEBUG")]
    public static void Batch<TMemory>(Folio folio, AddressSpace mm, int count) where TMemory : struct, IMemory
    {
        FolioShape shape = FolioShape.Read<HardwareMemory>(folio);
        int pages = shape.Pages;
        TrackerCheck.That(count >= 1 && count <= pages, $"a batch of {count} pages on a folio of {pages}");
        TrackerCheck.That(shape.IsAssumedShared || HasSubIds(shape, mm),
            "an MM of another scheme: it has no sub-IDs for the folio's number of values");
        if (TrackerCheck.SeesWords<TMemory>())
        {
            TrackerCheck.That(Volatile.Read(ref mm.State->References) > 0,
                "an MM maps or unmaps after its last reference");
        }
    }

    /// <summary>Once nothing refuses the mappings any more: an MM that was refused maps nothing.</summary>
    [Conditional("DEBUG")]
    public static void Mapped<TMemory>(AddressSpace mm, int count) where TMemory : struct, IMemory
    {
        if (TrackerCheck.SeesWords<TMemory>())
        {
            Interlocked.Add(ref mm.State->Mapped, count);
        }
    }

    /// <summary>Before pages are unmapped.</summary>
    [Conditional("DEBUG")]
    public static void Unmap<TMemory>(Folio folio, AddressSpace mm, int count) where TMemory : struct, IMemory
    {
        Batch<TMemory>(folio, mm, count);
        if (TrackerCheck.SeesWords<TMemory>())
        {
            int mapcount = Volatile.Read(ref folio.State->MapcountMinusOne) + 1;
            TrackerCheck.That(mapcount >= count, $"{count} pages are unmapped of a folio with {mapcount} mappings");
            int left = Interlocked.Add(ref mm.State->Mapped, -count);
            TrackerCheck.That(left >= 0, $"an MM unmaps {-left} pages more than it maps");
        }
    }

    /// <summary>Before the ID of an MM passes on.</summary>
    [Conditional("DEBUG")]
    public static void Gone<TMemory>(AddressSpace mm) where TMemory : struct, IMemory
    {
        if (TrackerCheck.SeesWords<TMemory>())
        {
            int mapped = Volatile.Read(ref mm.State->Mapped);
            TrackerCheck.That(mapped == 0, $"an MM was dropped while it maps {mapped} pages");
        }
    }

    /// <summary>No ID has 0 for every sub-ID of a class that its scheme has.</summary>
    private static bool HasSubIds(FolioShape shape, AddressSpace mm) =>
        new ReadOnlySpan<long>(mm.State->SubIds + shape.SubIdOffset, shape.ValueCount).ContainsAnyExcept(0);
}
