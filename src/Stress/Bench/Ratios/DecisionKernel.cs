using Atomics;
using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Seqcount;

namespace Stress.Bench.Ratios;

/// <summary>A snapshot and then a decision about an idle folio, of which the MM maps a page.</summary>
internal sealed unsafe record DecisionKernel : Kernel
{
    private readonly KernelBed _bed;

    public DecisionKernel(string name, KernelBed bed)
        : base(name)
    {
        _bed = bed;
        Tracker.Writing.WriteSection<SharedSeqcount<Unstamped>>.Apply<HardwareMemory>(bed.Folio,
            SubIds(bed), 1);
    }

    /// <summary>What was read, so that no read is left out.</summary>
    public long Sum { get; private set; }

    /// <inheritdoc/>
    public override void Run(int pairs)
    {
        Folio folio = _bed.Folio;
        AddressSpace mm = _bed.Mm;
        long sum = 0;
        for (int read = 0; read < 2 * pairs; read++)
        {
            SnapshotReader<HardwareMemory, BarrierRead>.TryRead(folio, SequenceWord.SharedMask, out Snapshot snapshot);
            Decision decision = SharingReader<HardwareMemory, BarrierRead>.Decide(folio, mm, SequenceWord.SharedMask,
                maxTries: 1);
            sum += snapshot.Values[3] + (int)decision.Answer;
        }

        Sum += sum;
    }

    private static long* SubIds(KernelBed bed) => bed.Mm.SubIdsFor<HardwareMemory>(bed.Folio);
}
