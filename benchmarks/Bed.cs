using Atomics;
using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Ids;
using Tracker.SubIds;
using Tracker.Tracking;
using Default = Tracker.Tracking.RmapTracking<
    Atomics.HardwareMemory, Tracker.Writing.WriteSection<Tracker.Seqcount.ExclusiveSeqcount<Tracker.Seqcount.FullWidth, Tracker.Seqcount.Unstamped>>, Tracker.Reading.BarrierRead>;

namespace Benchmarks;

/// <summary>A folio and two MMs for one benchmark. Lives as long as the process.</summary>
internal sealed class Bed
{
    public Bed(SubIdScheme scheme, int order, ITracking? tracking = null)
    {
        RmapIdAllocator<HardwareMemory, AtomicBitClaim> ids = new(scheme.MaxId);
        Folios = new FolioArena<HardwareMemory>(scheme, 1, (tracking ?? default(Default)).Format);
        AddressSpaceArena<HardwareMemory> mms = new(scheme, ids, 2);
        Folios.TryAllocate(out Folio folio);
        Folios.Prepare(folio, order, incarnation: 1);
        Folios.Publish(folio, references: 1);
        mms.TryMake(out _);
        mms.TryMake(out AddressSpace mm);
        (Folio, Mm) = (folio, mm);
    }

    public FolioArena<HardwareMemory> Folios { get; }

    public Folio Folio { get; }

    public AddressSpace Mm { get; }
}
