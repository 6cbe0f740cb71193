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
/// Bytes per folio and per MM. What lies in the folio and in the MM follows from the layout; what a scheme allocates beside them is
/// measured over many folios mapped by two MMs each.
/// </summary>
internal static class MemoryTable
{
    private const int Folios = 2000;
    private const int SequenceBytes = sizeof(long);
    private const int MapcountBytes = sizeof(int);
    private const int ValueBytes = sizeof(long);
    private const int IdBytes = sizeof(int);

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
        int values = scheme.SubIds.ClassOf(order).Values;
        return scheme.Name switch
        {
            "rmap-id" or "rmap-id-compact" or "spread-bits" => Row(SequenceBytes + MapcountBytes + (values * ValueBytes), 0, SubIdBytes(scheme)),
            "rmap-id-split-line" => Row(SequenceBytes + MapcountBytes, NativeBlock.AlignmentBytes, SubIdBytes(scheme)),
            "owner-tracking" => Row(MapcountBytes + (2 * ValueBytes), 0, IdBytes),
            "estimate" => Row(MapcountBytes + MapcountBytes, 0, 0),
            "none" => Row(MapcountBytes, 0, 0),
            "lock" => Row(SequenceBytes + MapcountBytes + (values * ValueBytes), Measured(), SubIdBytes(scheme)),
            "immutable" => Row(0, Measured(), SubIdBytes(scheme)),
            _ => Row(0, Measured(), 0),
        };

        long Measured() => (long)Math.Round(managed / (double)Folios);

        MemoryRow Row(int inFolio, long beside, int perMm) => new(scheme.Name, order, inFolio, beside, perMm);
    }

    /// <summary>Maps every folio into two MMs; what a scheme keeps beside the folios stays alive with its tracker.</summary>
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

    /// <summary>The ID and the sub-IDs that are computed once for each MM: one for each value of each class.</summary>
    private static int SubIdBytes(BenchScheme scheme) =>
        IdBytes + (ValueBytes * scheme.SubIds.Classes.Sum(each => each.Values));
}
