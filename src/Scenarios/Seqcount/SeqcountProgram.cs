using System.Diagnostics.CodeAnalysis;
using Atomics;
using Atomics.Programs;
using Scenarios.Selection;
using Scenarios.Stages;
using Tracker.AddressSpaces;
using Tracker.Folios;
using Tracker.Reading;
using Tracker.Seqcount;

namespace Scenarios.Seqcount;

/// <summary>Puts the actors of a seqcount scenario together and judges what they saw.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "The instance that Create makes owns the stage.")]
internal sealed unsafe class SeqcountProgram
{
    private const int BoundedTries = 2;
    private readonly SeqcountPlan _plan;
    private readonly ScenarioOptions _options;
    private readonly FolioStage _stage;
    private readonly MappingHistory _history;
    private readonly IReadOnlyList<int[]> _sections;
    private readonly SequenceFormat _format;

    /// <summary>Sets the stage.</summary>
    public SeqcountProgram(SeqcountPlan plan, ScenarioOptions options, SequenceFormat format)
    {
        _plan = plan;
        _options = options;
        _format = format;
        _sections = plan.Sections(options);
        int smallest = plan.IsSmallest ? 2 : 0;
        _stage = new FolioStage(options.Values, Math.Max(1, options.Writers), format.Layout,
            plan.InitialNumber << format.Shift, smallest);
        _stage.MapBefore(0, plan.MappedBefore);
        _history = new MappingHistory(_stage, _sections, plan.InitialNumber, SequenceWord.WordBits - format.Shift);
    }

    /// <summary>The folio that all actors work on.</summary>
    public Folio Folio => _stage.Folio;

    /// <summary>The code of a reader, in the plan's mode.</summary>
    public ActorBody ReaderBody<TMemory, TRead>()
        where TMemory : struct, IMemory
        where TRead : struct, ISnapshotRead
    {
        Folio folio = Folio;
        AddressSpace asked = _stage.Mms[0];
        long mask = _format.WritersMask;
        int shift = _format.Shift;
        return _plan.Mode switch
        {
            ReaderMode.TryOnce => registers =>
            {
                bool accepted = SnapshotReader<TMemory, TRead>.TryRead(folio, mask,
                    out Snapshot snapshot) == ReadResult.Accepted;
                SnapshotRegisters.Store(registers, accepted, snapshot, shift);
            }
            ,
            ReaderMode.Retry => registers =>
                SnapshotRegisters.Store(registers, true,
                    SnapshotReader<TMemory, TRead>.Read(folio, mask, out _), shift),
            ReaderMode.Bounded => registers =>
            {
                bool accepted = SnapshotReader<TMemory, TRead>.TryRead(folio, mask, BoundedTries,
                    out Snapshot snapshot, out _);
                SnapshotRegisters.Store(registers, accepted, snapshot, shift);
            }
            ,
            ReaderMode.Decide => registers =>
                DecisionRegisters.Store(registers,
                    SharingReader<TMemory, TRead>.Decide(folio, asked, mask, BoundedTries), shift),
            _ => throw new InvalidOperationException($"no reader for mode {_plan.Mode}"),
        };
    }

    /// <summary>Makes the instance.</summary>
    /// <param name="write">Runs the sections of a writer: address of its sub-IDs, counts.</param>
    /// <param name="reader">The code of a reader.</param>
    public ScenarioInstance Create(Action<nint, int[]> write, ActorBody reader)
    {
        bool decides = _plan.Mode == ReaderMode.Decide;
        IReadOnlyList<string> names = decides ? DecisionRegisters.Names : SnapshotRegisters.Names(_options.Values);
        List<Actor> actors = [];
        for (int writer = 0; writer < _options.Writers; writer++)
        {
            nint subIds = (nint)_stage.Mms[writer].SubIdsFor<HardwareMemory>(Folio);
            int[] counts = _sections[writer];
            actors.Add(new Actor($"writer {writer}", [], _ => write(subIds, counts)));
        }

        for (int index = 0; index < _options.Readers; index++)
        {
            actors.Add(new Actor($"reader {index}", names, reader));
        }

        SeqcountJudge judge = new(_history, _options.Writers, decides, _stage.Folio.Pages);
        return new ScenarioInstance(actors, _stage.Locations, _stage.MappingNames, judge.Check, _stage);
    }
}
