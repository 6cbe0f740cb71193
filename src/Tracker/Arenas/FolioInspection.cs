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
}
