using Atomics;
using Runs.Auditing;
using Scenarios.Selection;
using Tracker.Arenas;
using Tracker.Folios;
using Tracker.Ids;
using Tracker.SubIds;
using Shipped = Tracker.Tracking.RmapTracking<
    Atomics.HardwareMemory,
    Tracker.Writing.WriteSection<Tracker.Seqcount.SharedSeqcount<Tracker.Seqcount.Stamped>>,
    Tracker.Reading.BarrierRead>;

namespace Runs.Tests.Auditing;

/// <summary>One folio and logs written by hand, one for each worker.</summary>
internal sealed unsafe class HandMadeRound : IDisposable
{
    private static readonly int Shift = default(Shipped).Format.Shift;
    private readonly RmapIdAllocator<HardwareMemory, AtomicBitClaim> _ids = new();
    private readonly TrackerDomain<HardwareMemory> _domain;
    private readonly RoundLog[] _logs;
    private readonly Audit _audit;
    private readonly Folio _folio;

    public HandMadeRound(int workers = 2, int mms = 4, long start = 0, int order = 2, int firstMappings = 0,
        int parts = 1, string scheme = "rmap-id")
    {
        Ledger ledger = new(TrackerView.Of(Schemes.Find(scheme), default(Shipped)), Violations);
        _audit = new Audit(ledger, parts);
        _logs = [.. Enumerable.Range(0, workers).Select(_ => new RoundLog(new RoundSize(4096, 4096, 4096, 16), parts))];
        NumberStock incarnations = new(16);
        NumberStock numbers = new(Math.Max(16, mms));
        foreach (RoundLog log in _logs)
        {
            _audit.Add(log, incarnations, numbers);
        }

        for (int mm = 0; mm < mms; mm++)
        {
            ledger.BeginMm(mm, RmapIdOf(mm));
        }

        _domain = new TrackerDomain<HardwareMemory>(SubIdScheme.RmapId, default(Shipped), _ids, folios: 1, mms: 1);
        _domain.Folios.TryAllocate(out _folio);
        _domain.Folios.Prepare(_folio, order, Incarnation, start << Shift);
        ledger.Begin(Incarnation, _folio, start, mm: 0, firstMappings);
        Start = start;
    }

    /// <summary>1: MM 0 maps two pages; 2: MM 1 maps one more; 3: MM 0 is gone.</summary>
    public static HandMadeRound WithThreeSections(string scheme = "rmap-id")
    {
        HandMadeRound round = new(scheme: scheme);
        round.Section(worker: 0, stamp: 1, mm: 0, delta: 2);
        round.Section(worker: 1, stamp: 2, mm: 1, delta: 1);
        round.Section(worker: 0, stamp: 3, mm: 0, delta: -2);
        round.FolioEndsWith(3, (1, 1));
        return round;
    }

    public const int Incarnation = 3;

    public long Start { get; }

    public ViolationList Violations { get; } = new();

    public Audit Audit => _audit;

    public static int RmapIdOf(int mm) => 1000 + (77 * mm);

    /// <summary>Logs a section that began <paramref name="back"/> numbers before its stamp.</summary>
    public void Section(int worker, int stamp, int mm, int delta, int back = 1)
    {
        *_logs[worker].AddSection(Incarnation) = new SectionEntry
        {
            Incarnation = Incarnation,
            Mm = mm,
            Delta = delta,
            Stamp = NumberOf(stamp),
            BeganBack = back,
        };
    }

    /// <summary>Logs a snapshot of given holders.</summary>
    public void Snapshot(int worker, int number, params (int Mm, int Mappings)[] holders)
    {
        SnapshotEntry entry = new()
        {
            Incarnation = Incarnation,
            Seen = new() { Word = NumberOf(number) << Shift, Mapcount = holders.Sum(each => each.Mappings) },
        };
        for (int value = 0; value < SubIds.Values; value++)
        {
            entry.Seen.Values[value] = Value(value, holders);
        }

        *_logs[worker].NextSnapshot(Incarnation) = entry;
        _logs[worker].AddSnapshot(Incarnation);
    }

    public void Answer(int worker, AnswerKind kind, int number, int mm, int mapcount, bool rechecked = true,
        int moved = 0, bool pinned = false) =>
        *_logs[worker].AddAnswer(Incarnation) = new AnswerEntry
        {
            Incarnation = Incarnation,
            Mm = mm,
            Number = NumberOf(number),
            Mapcount = mapcount,
            NumberMoved = moved,
            Kind = kind,
            IsRechecked = rechecked,
            IsPinned = pinned,
        };

    public void Free(int worker) => _logs[worker].AddDeadIncarnation(Incarnation);

    /// <summary>Puts the folio's own words into the state that the round ends with.</summary>
    public void FolioEndsWith(int number, params (int Mm, int Mappings)[] holders)
    {
        FolioState* state = _folio.State;
        state->Sequence = NumberOf(number) << Shift;
        state->MapcountMinusOne = holders.Sum(each => each.Mappings) - 1;
        for (int value = 0; value < SubIds.Values; value++)
        {
            state->Values[value] = Value(value, holders);
        }
    }

    /// <summary>Audits the round; the kinds of the violations found.</summary>
    public IReadOnlyList<string> Run()
    {
        for (int part = 0; part < _audit.Parts; part++)
        {
            _audit.RunPart(part);
        }

        _audit.CloseRound();
        return [.. Violations.Kept.Select(violation => violation.Kind)];
    }

    public void Dispose()
    {
        _domain.Dispose();
        _ids.Dispose();
        Array.ForEach(_logs, log => log.Dispose());
    }

    private SubIdClass SubIds => SubIdScheme.RmapId.ClassOf(_folio.Order);

    private long NumberOf(int number) => (Start + number) & (long)(ulong.MaxValue >> Shift);

    private long Value(int value, (int Mm, int Mappings)[] holders) =>
        holders.Sum(each => SubIds.Generate(SubIds.Chunk(RmapIdOf(each.Mm), value)) * each.Mappings);
}
