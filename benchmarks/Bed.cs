using Atomics;
using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Ids;
using Tracker.Seqcount;
using Tracker.SubIds;

namespace Benchmarks;

/// <summary>A folio and two MMs for one benchmark. Lives as long as the process.</summary>
internal sealed class Bed
{
    public Bed(SubIdScheme scheme, int order, SequenceLayout layout = SequenceLayout.OneWord)
    {
        RmapIdAllocator<HardwareMemory, AtomicBitClaim> ids = new(scheme.MaxId);
        Folios = new FolioArena<HardwareMemory>(scheme, 1, layout);
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
