using Atomics;
using Tracker.Folios;
using Tracker.Tracking;

namespace Tracker.Arenas;

/// <summary>
/// Splitting a folio that nobody maps (patch 07, <c>__split_huge_page</c>): its sequence goes back to 0, and it begins
/// a new life of smaller order or ends as pages.
/// </summary>
public static unsafe class FolioSplit
{
    /// <summary>
    /// Splits a folio on which the caller holds the only reference and which nobody maps; it keeps that one reference.
    /// </summary>
    /// <param name="folio">The folio.</param>
    /// <param name="shape">Of the new order, smaller than the folio's.</param>
    /// <param name="incarnation">Number of the life that begins.</param>
    /// <param name="tracking">The scheme that tracks who maps it.</param>
    /// <param name="defect">What is wrong with the folio; it is not split then.</param>
    /// <returns>False if somebody else holds a reference, or on a defect.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The order is not smaller than the folio's.</exception>
    public static bool TrySplit<TMemory>(
        Folio folio, FolioShape shape, long incarnation, ITracking tracking, out FolioDefect defect)
        where TMemory : struct, IMemory
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(shape.Order, FolioShape.Read<TMemory>(folio).Order,
            nameof(shape));
        if (!TryFreeze<TMemory>(folio, tracking, out defect))
        {
            return false;
        }

        FolioPreparation.Prepare<TMemory>(folio, shape, incarnation, tracking.Format.Layout, idleWord: 0);
        tracking.PrepareBeside(folio);
        FolioPublication.Publish<TMemory>(folio, references: 1);
        return true;
    }

    /// <summary>
    /// Splits a folio, as <see cref="TrySplit{TMemory}"/> does, into pages: they are not tracked, so nothing of the
    /// folio is left, the reference included.
    /// </summary>
    public static bool TrySplitToPages<TMemory>(Folio folio, ITracking tracking, out FolioDefect defect)
        where TMemory : struct, IMemory
    {
        if (!TryFreeze<TMemory>(folio, tracking, out defect))
        {
            return false;
        }

        // The sequence overlays a field of a tail page, which must be 0. The values are.
        FolioSequence.Prepare<TMemory>(folio, tracking.Format.Layout, idleWord: 0);
        return true;
    }

    /// <summary>
    /// Freezes the reference count at 0, so that nobody can take one while the words change, and inspects the folio.
    /// </summary>
    private static bool TryFreeze<TMemory>(Folio folio, ITracking tracking, out FolioDefect defect)
        where TMemory : struct, IMemory
    {
        defect = FolioDefect.None;

        // Full fence; pairs with [reference-get]. Without it a reader could see half of either life.
        if (TMemory.CompareExchange(ref folio.State->References, 0, 1) != 1) // [split-freeze]
        {
            return false;
        }

        defect = FolioInspection.Inspect<TMemory>(folio, tracking);
        if (defect == FolioDefect.None)
        {
            defect = FolioInspection.InspectTails<TMemory>(folio);
        }

        if (defect == FolioDefect.None)
        {
            return true;
        }

        FolioPublication.Publish<TMemory>(folio, references: 1);
        return false;
    }
}
