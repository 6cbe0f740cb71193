using Atomics;
using Tracker.Folios;
using Tracker.SubIds;
using Tracker.Tracking;

namespace Tracker.Arenas;

/// <summary>Splitting: an unmapped folio begins a new life of smaller order.</summary>
public static unsafe class FolioSplit
{
    /// <summary>
    /// Splits a folio on which the caller holds the only reference and which nobody maps; it keeps that one reference.
    /// </summary>
    /// <param name="folio">The folio.</param>
    /// <param name="subIds">The class of the new order.</param>
    /// <param name="order">The new order, smaller than the folio's.</param>
    /// <param name="incarnation">Number of the life that begins.</param>
    /// <param name="tracking">The scheme that tracks who maps it.</param>
    /// <param name="defect">What is wrong with the folio; it is not split then.</param>
    /// <returns>False if somebody else holds a reference, or on a defect.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The order is not smaller than the folio's.</exception>
    public static bool TrySplit<TMemory>(
        Folio folio, SubIdClass subIds, int order, long incarnation, ITracking tracking, out FolioDefect defect)
        where TMemory : struct, IMemory
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(order, FolioShape.Read<TMemory>(folio).Order,
            nameof(order));
        defect = FolioDefect.None;

        // Freezes the count at 0, so that nobody can take a reference while the words change (full fence); pairs with
        // [reference-get]. Without it a reader could see half of either life.
        if (TMemory.CompareExchange(ref folio.State->References, 0, 1) != 1) // [split-freeze]
        {
            return false;
        }

        defect = FolioInspection.Inspect<TMemory>(folio, tracking);
        if (defect == FolioDefect.None)
        {
            FolioPreparation.Prepare<TMemory>(folio, subIds, order, incarnation, tracking.Format.Layout, idleWord: 0);
            tracking.PrepareBeside(folio);
        }

        FolioPublication.Publish<TMemory>(folio, references: 1);
        return defect == FolioDefect.None;
    }
}
