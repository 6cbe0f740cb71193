using Atomics;
using Tracker.Folios;
using Tracker.Tracking;

namespace Tracker.Arenas;

/// <summary>Looks for what must not be left when a folio is freed or split (the undo check of patch 07).</summary>
public static unsafe class FolioInspection
{
    /// <summary>Inspects a folio to which nobody else refers.</summary>
    /// <param name="folio">The folio.</param>
    /// <param name="tracking">The scheme that tracks who maps it.</param>
    public static FolioDefect Inspect<TMemory>(Folio folio, ITracking tracking) where TMemory : struct, IMemory
    {
        // Plain reads: [reference-put] or [split-freeze] has ordered what the folio's users did.
        FolioState* state = folio.State;
        if (FolioSequence.HasWriter<TMemory>(folio, tracking.Format))
        {
            return FolioDefect.WriterInside;
        }

        if (TMemory.ReadPlain(ref state->MapcountMinusOne) != -1) // [inspect]
        {
            return FolioDefect.StillMapped;
        }

        // Past the memory parameter, as a check: no scenario has entire mappings.
        if (TrackerCheck.SeesWords<TMemory>() && state->EntireMapcount != 0)
        {
            return FolioDefect.EntireMappingLeft;
        }

        int values = FolioShape.Read<TMemory>(folio).ValueCount;
        for (int value = 0; value < values; value++)
        {
            if (TMemory.ReadPlain(ref state->Values[value]) != 0) // [inspect]
            {
                return FolioDefect.ValueLeft;
            }
        }

        return tracking.InspectBeside(folio);
    }

    /// <summary>
    /// Inspects the words that the folio's class does not use: they overlay fields of tail pages, which a split hands
    /// out (the check of patch 07 in __split_huge_page_tail).
    /// </summary>
    /// <remarks>A look past the memory parameter, as a VM_BUG_ON: no step of the tracker touches these words.</remarks>
    public static FolioDefect InspectTails<TMemory>(Folio folio) where TMemory : struct, IMemory
    {
        if (!TrackerCheck.SeesWords<TMemory>())
        {
            return FolioDefect.None;
        }

        int used = FolioShape.Read<HardwareMemory>(folio).ValueCount;
        return new ReadOnlySpan<long>(folio.State->Values, FolioState.MaxValues)[used..].ContainsAnyExcept(0)
            ? FolioDefect.TailLeft
            : FolioDefect.None;
    }
}
