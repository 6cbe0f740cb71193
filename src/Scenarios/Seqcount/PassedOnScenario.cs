using Atomics;
using Atomics.Programs;
using Scenarios.Catalogue;
using Scenarios.Stages;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Seqcount;
using Tracker.Writing;

namespace Scenarios.Seqcount;

/// <summary>
/// Writers and readers of a folio in which a first writer is at the end of its section. So a writer may decide to share because of it
/// and come in when it has left, which from an idle start takes several preemptions. At the end every section has to be counted.
/// </summary>
/// <remarks>
/// The first writer is exclusive in protocols with two words and a shared one in the others; its section changes no mapping.
/// </remarks>
internal sealed unsafe class PassedOnScenario<TSection, TRead>(SeqcountPlan plan, ScenarioOptions options) : Scenario
    where TSection : struct, IWriteSection
    where TRead : struct, ISnapshotRead
{
    private static long OneSection => 1L << TSection.SequenceShift;

    private static long FirstWriter => TSection.Layout == SequenceLayout.OneWord ? 1 : 1L << SequenceHalves.Bits;

    /// <inheritdoc/>
    public override string Name => plan.Name;

    /// <inheritdoc/>
    public override string Description => plan.Description;

    /// <inheritdoc/>
    public override ScenarioInstance Create<TMemory>()
    {
        FolioStage stage = new(options.Values, options.Writers + 1, TSection.Layout, FirstWriter);
        Folio folio = stage.Folio;
        List<int[]> sections = [[0], .. plan.Sections(options)];
        List<Actor> actors = [new("first writer", [], _ => End<TMemory>(folio))];
        for (int writer = 1; writer < sections.Count; writer++)
        {
            nint subIds = (nint)stage.Mms[writer].SubIdsFor<HardwareMemory>(folio);
            int[] counts = sections[writer];
            actors.Add(new Actor($"writer {writer - 1}", [], _ => Write<TMemory>(folio, (long*)subIds, counts)));
        }

        for (int reader = 0; reader < options.Readers; reader++)
        {
            actors.Add(new Actor($"reader {reader}", SnapshotRegisters.Names(options.Values), registers => Read<TMemory>(folio, registers)));
        }

        MappingHistory history = new(stage, sections, initialNumber: 0, SequenceWord.WordBits - TSection.SequenceShift);
        SeqcountJudge judge = new(history, sections.Count, decides: false, folio.Pages, TSection.SequenceShift);
        return new ScenarioInstance(actors, stage.Locations, [.. stage.MappingNames, .. stage.SequenceNames], judge.Check, stage);
    }

    private static void End<TMemory>(Folio folio) where TMemory : struct, IMemory
    {
        ref long sequence = ref folio.State->Sequence;
        if (TSection.Layout == SequenceLayout.OneWord)
        {
            TMemory.Add(ref sequence, OneSection - FirstWriter);
            return;
        }

        TMemory.WriteRelease(ref SequenceHalves.Upper(ref sequence), SequenceHalves.UpperOf(OneSection));
    }

    private static void Write<TMemory>(Folio folio, long* subIds, int[] counts) where TMemory : struct, IMemory
    {
        foreach (int count in counts)
        {
            TSection.Apply<TMemory>(folio, subIds, count);
        }
    }

    private static void Read<TMemory>(Folio folio, Span<long> registers) where TMemory : struct, IMemory
    {
        bool accepted = SnapshotReader<TMemory, TRead>.TryRead(folio, TSection.WritersMask, out Snapshot snapshot) == ReadResult.Accepted;
        SnapshotRegisters.Store(registers, accepted, snapshot, TSection.SequenceShift);
    }
}
