using Atomics;
using Scenarios.Selection;
using Stress.Bench.Cases;
using Tracker.AddressSpaces;
using Tracker.Arenas;
using Tracker.Folios;
using Tracker.Ids;
using Tracker.SubIds;
using Tracker.Tracking;

namespace Stress.Bench.Footprint;

/// <summary>
/// Bytes per folio and per MM. What lies in the folio and in the MM follows from the layout; what a scheme allocates
/// beside them is measured over many folios mapped by two MMs each.
/// </summary>
internal static class MemoryTable
{
    private const int Folios = 2000;

    /// <summary>One row for each scheme and order; protocols do not differ.</summary>
    public static IReadOnlyList<MemoryRow> Measure(IEnumerable<BenchScheme> schemes, IReadOnlyList<int> orders) =>
        [.. from scheme in schemes.DistinctBy(each => each.Name)
            from order in orders
            select Measure(scheme, order)];

    private static MemoryRow Measure(BenchScheme scheme, int order)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        object tracking = scheme.Accept(Folios, new Mapper(scheme.SubIds, order));
        long managed = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(tracking);
        Scenarios.Selection.Footprint layout = scheme.Scheme.Footprint;
        return new MemoryRow(
            scheme.Name,
            order,
            layout.InFolioBytes(scheme.SubIds.ClassOf(order)),
            layout.BesideBytes ?? (long)Math.Round(managed / (double)Folios),
            layout.MmBytes);
    }

    /// <summary>
    /// Maps every folio into two MMs; what a scheme keeps beside the folios stays alive with its tracker.
    /// </summary>
    private sealed class Mapper(SubIdScheme scheme, int order) : ITrackingVisitor<object>
    {
        public object Visit<TTracking>(TTracking tracking) where TTracking : struct, ITracking
        {
            using RmapIdAllocator<HardwareMemory, AtomicBitClaim> ids = new(64);
            using TrackerDomain<HardwareMemory> domain = new(scheme, tracking, ids, Folios, mms: 2);
            domain.Mms.TryMake(out AddressSpace first);
            domain.Mms.TryMake(out AddressSpace second);
            for (int index = 0; index < Folios; index++)
            {
                domain.Folios.TryAllocate(out Folio folio);
                domain.Folios.Prepare(folio, order, incarnation: 1);
                domain.Folios.Publish(folio, references: 1);
                tracking.Map(folio, first, 0, 1);
                tracking.Map(folio, second, 0, 1);
            }

            return tracking;
        }
    }
}

/// <summary>Memory that a scheme needs.</summary>
/// <param name="Scheme">Name of the scheme.</param>
/// <param name="Order">Order of the folio.</param>
/// <param name="InFolioBytes">Bytes of the folio's own words that the scheme uses, the mapcount included.</param>
/// <param name="BesideFolioBytes">Bytes that it allocates beside each folio when two MMs map it, managed or
/// native.</param>
/// <param name="PerMmBytes">Bytes that it keeps for each MM.</param>
internal sealed record MemoryRow(string Scheme, int Order, int InFolioBytes, long BesideFolioBytes, int PerMmBytes);
