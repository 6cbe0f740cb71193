using Atomics;
using Atomics.Programs;
using Scenarios.Selection;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Writing;

namespace Scenarios.Seqcount;

/// <summary>Writers and readers of one folio, on the compiled write sections and readers of the tracker.</summary>
internal sealed unsafe class SeqcountScenario<TSection, TRead>(SeqcountPlan plan, ScenarioOptions options) : Scenario
    where TSection : struct, IWriteSection
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

    private static void Write<TMemory>(Folio folio, long* subIds, int[] counts) where TMemory : struct, IMemory
    {
        foreach (int count in counts)
        {
            TSection.Apply<TMemory>(folio, subIds, count);
        }
    }
}
