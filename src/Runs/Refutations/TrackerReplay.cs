using Atomics;
using Proof.Counterexamples;
using Tracker;
using Tracker.AddressSpaces;
using Tracker.Arenas;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Seqcount;
using Tracker.SubIds;
using Tracker.Tracking;
using Tracker.Writing;

namespace Runs.Refutations;

/// <summary>Maps a counterexample through the tracker itself and asks it who maps the folio.</summary>
public static unsafe class TrackerReplay
{
    private static RmapTracking<HardwareMemory, WriteSection<SharedSeqcount<Stamped>>,
        BarrierRead> Tracking => default;

    /// <summary>Replays the mappings.</summary>
    /// <param name="scheme">The scheme to ask, not always the one that the counterexample was found for.</param>
    /// <param name="order">Order of the folio.</param>
    /// <param name="counterexample">IDs that the scheme can track, and their mappings.</param>
    public static ReplayAnswer Run(SubIdScheme scheme, int order, Counterexample counterexample)
    {
        // The MM that seems to be alone exists whether or not it maps.
        MappingCount[] mappings = counterexample.IdMaps
            ? [.. counterexample.Mappings]
            : [.. counterexample.Mappings, new MappingCount(counterexample.Id, 0)];
        using ChosenIds ids = new([.. mappings.Select(mapping => mapping.Id)]);
        using TrackerDomain<HardwareMemory> domain = new(scheme, Tracking, ids, folios: 1, mappings.Length);
        if (!domain.Folios.TryAllocate(out Folio folio))
        {
            throw new InvalidOperationException("The folio of an empty arena is taken.");
        }

        domain.Folios.Prepare(folio, order, incarnation: 1);
        domain.Folios.Publish(folio, references: 1);
        AddressSpace asks = default;
        foreach (MappingCount mapping in mappings)
        {
            AddressSpace mm = Make(domain.Mms, mapping.Id);
            asks = mapping.Id == counterexample.Id ? mm : asks;
            if (mapping.Count > 0)
            {
                Tracking.Map(folio, mm, firstPage: 0, mapping.Count);
            }
        }

        // From here on the mappings alone hold the folio, as in a fault: a further reference would forbid any reuse.
        ReferenceCount.Put<HardwareMemory>(ref folio.State->References, 1);
        return new ReplayAnswer(
            scheme.Name,
            Tracking.Decide(folio, asks, maxTries: 1).Answer == Sharing.Exclusive,
            Tracking.CanReuse(folio, asks).Answer == ReuseAnswer.Reuse);
    }

    private static AddressSpace Make(AddressSpaceArena<HardwareMemory> mms, int id) =>
        mms.TryMake(out AddressSpace mm) == MakeResult.Made && mm.RmapId == id
            ? mm
            : throw new InvalidOperationException($"No MM with the ID {id} could be made.");
}
