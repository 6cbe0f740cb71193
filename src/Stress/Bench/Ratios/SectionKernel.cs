using Atomics;
using Tracker.Folios;
using Tracker.Writing;

namespace Stress.Bench.Ratios;

/// <summary>
/// A write section of the tracker through the memory parameter: one page mapped, then unmapped, without references.
/// </summary>
/// <typeparam name="TSection">The section.</typeparam>
internal sealed unsafe record SectionKernel<TSection>(string Name, KernelBed Bed) : Kernel(Name)
    where TSection : struct, IWriteSection
{
    /// <inheritdoc/>
    public override void Run(int pairs)
    {
        Folio folio = Bed.Folio;
        long* subIds = Bed.Mm.SubIdsFor<HardwareMemory>(folio);
        for (int pair = 0; pair < pairs; pair++)
        {
            TSection.Apply<HardwareMemory>(folio, subIds, 1);
            TSection.Apply<HardwareMemory>(folio, subIds, -1);
        }
    }
}
