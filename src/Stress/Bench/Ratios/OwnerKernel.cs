using Atomics;
using Rivals;
using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Seqcount;

namespace Stress.Bench.Ratios;

/// <summary>
/// One page mapped and unmapped under owner tracking, without references; the MM keeps another page and its slot.
/// </summary>
internal sealed record OwnerKernel : Kernel
{
    private readonly KernelBed _bed;

    public OwnerKernel(string name, KernelBed bed)
        : base(name)
    {
        _bed = bed;
        OwnerTracking<HardwareMemory, Unstamped>.Add(bed.Folio, bed.Mm, 1);
    }

    /// <inheritdoc/>
    public override void Run(int pairs)
    {
        Folio folio = _bed.Folio;
        AddressSpace mm = _bed.Mm;
        for (int pair = 0; pair < pairs; pair++)
        {
            OwnerTracking<HardwareMemory, Unstamped>.Add(folio, mm, 1);
            OwnerTracking<HardwareMemory, Unstamped>.Subtract(folio, mm, 1);
        }
    }
}
