using Atomics;
using Tracker.AddressSpaces;
using Tracker.Arenas;
using Tracker.Folios;
using Tracker.Ids;
using Tracker.SubIds;
using Tracker.Tracking;
using Default = Tracker.Tracking.RmapTracking<
    Atomics.HardwareMemory,
    Tracker.Writing.WriteSection<Tracker.Seqcount.ExclusiveSeqcount<Tracker.Seqcount.Unstamped>>,
    Tracker.Reading.BarrierRead>;

namespace Benchmarks;

/// <summary>A folio and two MMs for one benchmark. Lives as long as the process.</summary>
internal sealed class Bed
{
    public Bed(SubIdScheme scheme, int order, ITracking? tracking = null)
    {
        RmapIdAllocator<HardwareMemory, AtomicBitClaim> ids = new(scheme.MaxId);
        TrackerDomain<HardwareMemory> domain = new(scheme, tracking ?? default(Default), ids, folios: 1, mms: 2);
        Folios = domain.Folios;
        Folios.TryAllocate(out Folio folio);
        Folios.Prepare(folio, order, incarnation: 1);
        Folios.Publish(folio, references: 1);
        domain.Mms.TryMake(out _);
        domain.Mms.TryMake(out AddressSpace mm);
        (Folio, Mm) = (folio, mm);
    }

    public FolioArena<HardwareMemory> Folios { get; }

    public Folio Folio { get; }

    public AddressSpace Mm { get; }
}
