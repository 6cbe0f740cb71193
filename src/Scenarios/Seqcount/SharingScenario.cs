using Atomics;
using Atomics.Programs;
using Scenarios.Selection;
using Scenarios.Stages;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Seqcount;
using Tracker.Writing;

namespace Scenarios.Seqcount;

/// <summary>
/// Writers and readers of a folio, of which writer 0 begins as one that has found another writer inside, which has left
/// since: it shares, whoever comes meanwhile. From an idle start that takes two preemptions. At the end every section
/// has to be counted.
/// </summary>
/// <remarks>In protocols with one word a writer cannot be told to share: this takes a protocol with two.</remarks>
internal sealed unsafe class SharingScenario<TSeqcount, TRead>(SeqcountPlan plan, ScenarioOptions options) : Scenario
    where TSeqcount : struct, ISeqcount
    where TRead : struct, ISnapshotRead
{
    /// <inheritdoc/>
    public override string Name => plan.Name;

    /// <inheritdoc/>
    public override string Description => plan.Description;

    /// <inheritdoc/>
    public override ScenarioInstance Create<TMemory>()
    {
        FolioStage stage = new(options.Values, options.Writers, TSeqcount.Format.Layout);
        Folio folio = stage.Folio;
        IReadOnlyList<int[]> sections = plan.Sections(options);
        List<Actor> actors = [];
        for (int writer = 0; writer < options.Writers; writer++)
        {
            nint subIds = (nint)stage.Mms[writer].SubIdsFor<HardwareMemory>(folio);
            int[] counts = sections[writer];
            bool shares = writer == 0;
            actors.Add(new Actor($"writer {writer}", [], _ => Write<TMemory>(folio, (long*)subIds, counts, shares)));
        }

        for (int reader = 0; reader < options.Readers; reader++)
        {
            actors.Add(new Actor($"reader {reader}", SnapshotRegisters.Names(options.Values),
                registers => Read<TMemory>(folio, registers)));
        }

        MappingHistory history = new(stage, sections, initialNumber: 0, SequenceWord.NumberBits<TSeqcount>());
        SeqcountJudge judge = new(history, options.Writers, decides: false, folio.Pages, TSeqcount.Format.Shift);
        return new ScenarioInstance(actors, stage.Locations, [.. stage.MappingNames, .. stage.SequenceNames],
            judge.Check, stage);
    }

    private static void Write<TMemory>(Folio folio, long* subIds, int[] counts, bool shares)
        where TMemory : struct, IMemory
    {
        if (shares)
        {
            ref long sequence = ref folio.State->Sequence;
            TwoWordSeqcount<Unstamped>.Share<TMemory>(ref sequence);
            MappingUpdate.Shared<TMemory>(folio, subIds, counts[0]);
            TSeqcount.WriteEnd<TMemory>(ref sequence, alone: false);
            counts = counts[1..];
        }

        foreach (int count in counts)
        {
            WriteSection<TSeqcount>.Apply<TMemory>(folio, subIds, count);
        }
    }

    private static void Read<TMemory>(Folio folio, Span<long> registers) where TMemory : struct, IMemory
    {
        bool accepted = SnapshotReader<TMemory, TRead>.TryRead(folio, TSeqcount.Format.WritersMask,
            out Snapshot snapshot) == ReadResult.Accepted;
        SnapshotRegisters.Store(registers, accepted, snapshot, TSeqcount.Format.Shift);
    }
}
