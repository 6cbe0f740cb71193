using Atomics;
using Atomics.Programs;
using Scenarios.Selection;
using Scenarios.Weakest;
using Tracker.Folios;
using Tracker.Reading;

namespace Scenarios.Seqcount;

/// <summary>The same with writers whose orders exist in the model only.</summary>
internal sealed unsafe class WeakSeqcountScenario<TSection, TRead>(SeqcountPlan plan, ScenarioOptions options)
    : ModelScenario
    where TSection : struct, IWeakSection
    where TRead : struct, ISnapshotRead
{
    /// <inheritdoc/>
    public override string Name => plan.Name;

    /// <inheritdoc/>
    public override string Description => plan.Description;

    /// <inheritdoc/>
    public override ScenarioInstance Create<TMemory>()
    {
        SeqcountProgram program = new(plan, options, TSection.Format);
        return program.Create(
            (subIds, counts) => Write<TMemory>(program.Folio, (long*)subIds, counts),
            program.ReaderBody<TMemory, TRead>());
    }

    private static void Write<TMemory>(Folio folio, long* subIds, int[] counts) where TMemory : struct, IRelaxedMemory
    {
        foreach (int count in counts)
        {
            TSection.Apply<TMemory>(folio, subIds, count);
        }
    }
}
