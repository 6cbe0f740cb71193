using Atomics;
using Scenarios.Selection;
using Stress.Bench.Cases;
using Tracker;
using Tracker.AddressSpaces;
using Tracker.Arenas;
using Tracker.Folios;
using Tracker.Ids;
using Tracker.SubIds;
using Tracker.Tracking;

namespace Stress.Bench.Accuracy;

/// <summary>
/// A few MMs come and go on a few folios, about two at a time on each; a page is mapped by an MM once at most. Each
/// unmapping asks on behalf of an MM that is left, and one visit in four of an MM that maps the folio is a
/// copy-on-write fault.
/// </summary>
/// <param name="mms">MMs.</param>
internal sealed class ChurnAccuracy(int mms) : IAccuracyWorkload
{
    private const int Order = 4;
    private const int Pages = 1 << Order;
    private const int Folios = 8;
    private const int Steps = 40_000;
    private const int Seed = 5;

    /// <summary>About so many MMs map a folio at a time.</summary>
    private const int Crowd = 2;

    /// <inheritdoc/>
    public AccuracyRow Count(BenchScheme scheme) =>
        AccuracyRow.Of($"churn of {mms} MMs", scheme, scheme.Accept(Folios, new Visitor(mms, scheme.SubIds)));

    private sealed class Visitor(int mms, SubIdScheme subIds) : ITrackingVisitor<Truth>
    {
        public Truth Visit<TTracking>(TTracking tracking) where TTracking : struct, ITracking
        {
            Truth truth = new(Folios);
            Churn(new JudgedTracking<TTracking>(tracking, truth), mms, subIds);
            return truth;
        }
    }

    private static void Churn<TTracking>(JudgedTracking<TTracking> tracking, int mms, SubIdScheme subIds)
        where TTracking : struct, ITracking
    {
        using RmapIdAllocator<HardwareMemory, AtomicBitClaim> ids = new(1024);
        using TrackerDomain<HardwareMemory> domain = new(subIds, tracking, ids, Folios, mms);
        Folio[] folios = [.. Enumerable.Range(0, Folios).Select(_ => Publish(domain.Folios))];
        AddressSpace[] owners = [
            .. Enumerable.Range(0, mms)
                .Select(_ => domain.Mms.TryMake(out AddressSpace mm) == MakeResult.Made ? mm : default)];
        bool[,,] maps = new bool[Folios, mms, Pages];
        Random random = new(Seed);
        for (int step = 0; step < Steps; step++)
        {
            int folio = random.Next(Folios);
            int who = random.Next(mms);
            bool isMapper = Enumerable.Range(0, Pages).Any(page => maps[folio, who, page]);
            if (isMapper && step % 4 == 0)
            {
                Fault(tracking, folios[folio], owners[who]);
            }
            else if (isMapper || random.Next(mms) < Crowd)
            {
                // A mapper leaves, in whole or in part; others come, so few at a time that folios change hands.
                int first = random.Next(Pages);
                int end = random.Next(2) == 0 ? Pages : first + 1;
                for (int page = isMapper && end == Pages ? 0 : first; page < end; page++)
                {
                    if (maps[folio, who, page] == isMapper)
                    {
                        Toggle(tracking, folios[folio], owners[who], page, ref maps[folio, who, page]);
                    }
                }
            }
        }
    }

    private static void Toggle<TTracking>(JudgedTracking<TTracking> tracking, Folio folio, AddressSpace mm, int page,
        ref bool isMapped)
        where TTracking : struct, ITracking
    {
        if (isMapped)
        {
            tracking.Unmap(folio, mm, page, 1, out _);
        }
        else
        {
            tracking.Map(folio, mm, page, 1);
        }

        isMapped = !isMapped;
    }

    private static Folio Publish(FolioArena<HardwareMemory> arena)
    {
        arena.TryAllocate(out Folio folio);
        arena.Prepare(folio, Order, incarnation: 1);
        arena.Publish(folio, references: 1);
        return folio;
    }

    // Without the bench's own reference meanwhile: a copy-on-write fault may find none but those of mappings.
    private static unsafe void Fault<TTracking>(JudgedTracking<TTracking> tracking, Folio folio, AddressSpace mm)
        where TTracking : struct, ITracking
    {
        ReferenceCount.Put<HardwareMemory>(ref folio.State->References, 1);
        tracking.CanReuse(folio, mm);
        ReferenceCount.Add<HardwareMemory>(ref folio.State->References, 1);
    }
}
