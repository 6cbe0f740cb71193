using Atomics;
using Tracker;
using Tracker.AddressSpaces;
using Tracker.Arenas;
using Tracker.Folios;
using Tracker.Ids;
using Tracker.Reading;
using Tracker.Seqcount;
using Tracker.SubIds;
using Tracker.Tracking;
using Tracker.Writing;

namespace Shared;

/// <summary>A small arena of folios and MMs, and the shipped tracker over it.</summary>
internal sealed class TrackerWorld : IDisposable
{
    private readonly TrackerDomain<HardwareMemory> _domain;

    public TrackerWorld(SubIdScheme? scheme = null, int folios = 8, int mms = 64, int? maxId = null,
        ITracking? tracking = null)
    {
        Scheme = scheme ?? SubIdScheme.RmapId;
        Ids = new RmapIdAllocator<HardwareMemory, AtomicBitClaim>(maxId ?? Scheme.MaxId);
        _domain = new TrackerDomain<HardwareMemory>(Scheme, tracking ?? Shared, Ids, folios, mms);
    }

    /// <summary>Whether this is a debug build, with its checks.</summary>
    public static bool IsChecked =>
#if DEBUG
        true;
#else
        false;
#endif

    public SubIdScheme Scheme { get; }

    public RmapIdAllocator<HardwareMemory, AtomicBitClaim> Ids { get; }

    public FolioArena<HardwareMemory> Folios => _domain.Folios;

    public AddressSpaceArena<HardwareMemory> Mms => _domain.Mms;

    public static RmapTracking<HardwareMemory, WriteSection<SharedSeqcount<Stamped>>, BarrierRead> Shared =>
        default;

    public static RmapTracking<HardwareMemory, WriteSection<ExclusiveSeqcount<Stamped>>,
        BarrierRead> Exclusive => default;

    public static RmapTracking<HardwareMemory, WriteSection<AddReturnSeqcount<Stamped>>,
        AcquireRead> AddReturn => default;

    public static RmapTracking<HardwareMemory, WriteSection<TwoWordSeqcount<Stamped>>,
        TwoWordBarrierRead> TwoWord => default;

    public static RmapTracking<HardwareMemory, WriteSection<PatientSeqcount<Stamped>>,
        TwoWordBarrierRead> Patient => default;

    public static IReadOnlyList<ITracking> Protocols => [Shared, Exclusive, AddReturn, TwoWord, Patient];

    /// <summary>An unmapped, published folio with one reference of the test's own.</summary>
    public Folio NewFolio(int order, long idleWord = 0, FolioKind kind = FolioKind.Large)
    {
        Assert.True(Folios.TryAllocate(out Folio folio));
        Folios.Prepare(folio, order, incarnation: 1, idleWord, kind);
        Folios.Publish(folio, references: 1);
        return folio;
    }

    /// <summary>Drops the test's own reference, which must be the last one, and frees the folio.</summary>
    public unsafe FolioDefect Drop(Folio folio)
    {
        Assert.Equal(0, ReferenceCount.Put<HardwareMemory>(ref folio.State->References, 1));
        return Folios.Free(folio);
    }

    public AddressSpace NewMm()
    {
        Assert.Equal(MakeResult.Made, Mms.TryMake(out AddressSpace mm));
        return mm;
    }

    public void Dispose()
    {
        _domain.Dispose();
        Ids.Dispose();
    }
}
