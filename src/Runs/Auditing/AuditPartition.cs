using Tracker.Reading;

namespace Runs.Auditing;

/// <summary>
/// Audits one part of the folios of a round: those whose number, modulo the number of parts, is this part's. Parts
/// share nothing that they write, so all cores can work at once.
/// </summary>
/// <remarks>
/// The sections are scattered by folio and stamp, then summed once: from the state that the last round left, each
/// section makes the next. What was seen is compared with the state of its number. Linear in what was logged.
/// </remarks>
/// <param name="ledger">What is known from earlier rounds.</param>
/// <param name="part">This part's number.</param>
/// <param name="parts">Parts in all, a power of two.</param>
internal sealed class AuditPartition(Ledger ledger, int part, int parts)
{
    private readonly SnapshotAudit _snapshots = new(ledger);
    private readonly AnswerAudit _answers = new(ledger);
    private readonly List<int> _touched = [];
    private readonly FolioSum _sum = new(ledger);
    private SectionInOrder[] _sections = [];
    private FolioTruth[] _truths = [];
    private long[] _values = [];
    private int _truthCount;
    private int _valueCount;

    /// <summary>Snapshots compared so far.</summary>
    public long SnapshotsAudited { get; private set; }

    /// <summary>Answers compared so far.</summary>
    public long AnswersAudited { get; private set; }

    /// <summary>Wrong answers that the scheme may give.</summary>
    public Misjudgements Misjudgements => _answers.Misjudgements;

    /// <summary>Audits this part of a round. Every worker is parked.</summary>
    public void Run(IReadOnlyList<RoundLog> logs)
    {
        int sections = Count(logs);
        Scratch.Reserve(ref _sections, sections);
        Array.Clear(_sections, 0, sections);
        LayOut();
        for (int worker = 0; worker < logs.Count; worker++)
        {
            Scatter(logs[worker].Sections(part), worker);
        }

        foreach (int incarnation in _touched)
        {
            Sum(ref ledger.Incarnations[incarnation], incarnation);
        }

        foreach (RoundLog log in logs)
        {
            CompareSnapshots(log.Snapshots(part));
            CompareAnswers(log.Answers(part));
        }

        foreach (RoundLog log in logs)
        {
            End(log.DeadIncarnations.Items);
        }

        foreach (int incarnation in _touched)
        {
            Carry(ref ledger.Incarnations[incarnation], incarnation);
        }

        _touched.Clear();
        _truthCount = 0;
        _valueCount = 0;
    }

    private bool IsMine(int incarnation) => (incarnation & (parts - 1)) == part;

    private int Count(IReadOnlyList<RoundLog> logs)
    {
        int sections = 0;
        foreach (RoundLog log in logs)
        {
            ReadOnlySpan<SectionEntry> entries = log.Sections(part);
            sections += entries.Length;
            foreach (ref readonly SectionEntry entry in entries)
            {
                Touch(entry.Incarnation).Sections++;
            }
        }

        return sections;
    }

    private ref IncarnationRecord Touch(int incarnation)
    {
        ref IncarnationRecord record = ref ledger.Incarnations[incarnation];
        if (!record.IsTouched)
        {
            record.IsTouched = true;
            record.Sections = 0;
            _touched.Add(incarnation);
        }

        return ref record;
    }

    private void LayOut()
    {
        int section = 0;
        foreach (int incarnation in _touched)
        {
            ref IncarnationRecord record = ref ledger.Incarnations[incarnation];
            record.FirstSection = section;
            section += record.Sections;
        }
    }

    private void Scatter(ReadOnlySpan<SectionEntry> entries, int worker)
    {
        Span<IncarnationRecord> incarnations = ledger.Incarnations;
        long mask = ledger.NumberMask;
        foreach (ref readonly SectionEntry entry in entries)
        {
            ref IncarnationRecord record = ref incarnations[entry.Incarnation];
            long place = (entry.Stamp - record.Number - 1) & mask;
            if (place >= record.Sections)
            {
                Break(ref record, entry, "out of sequence");
                continue;
            }

            ref SectionInOrder section = ref _sections[record.FirstSection + (int)place];
            if (section.Delta != 0)
            {
                Break(ref record, entry, "handed out twice");
                continue;
            }

            section.Mm = entry.Mm;
            section.Delta = entry.Delta;
            section.BeganBack = entry.BeganBack;
            section.Worker = worker;
        }
    }

    private void Break(ref IncarnationRecord record, SectionEntry entry, string observed)
    {
        // Once per folio: everything after it is out of sequence too.
        if (!record.IsBroken)
        {
            record.IsBroken = true;
            string expected =
                $"{record.Sections} stamps without a gap from {(record.Number + 1) & ledger.NumberMask} on";
            ledger.Violations.Add(() =>
                new Violation("stamp", expected, $"{entry.Stamp} {observed}", entry.Stamp, entry.Incarnation));
        }
    }

    private void Sum(ref IncarnationRecord record, int incarnation)
    {
        record.FirstState = _truthCount;
        record.FirstValue = _valueCount;
        int states = record.Sections + 1;
        Scratch.Reserve(ref _truths, _truthCount + states);
        Scratch.Reserve(ref _values, _valueCount + (states * record.ValueCount));
        _truthCount += states;
        _valueCount += states * record.ValueCount;
        if (!record.IsBroken)
        {
            _sum.Sum(ref record, incarnation, SectionsOf(record), StatesOf(record));
        }
    }

    private void CompareSnapshots(ReadOnlySpan<SnapshotEntry> entries)
    {
        while (entries.Length > 0)
        {
            // A reader looks at a folio several times in a row: what is known of it is looked up once.
            int incarnation = entries[0].Incarnation;
            ref IncarnationRecord record = ref Known(incarnation);
            FolioStates states = StatesOf(record);
            int run = 0;
            for (; run < entries.Length && entries[run].Incarnation == incarnation; run++)
            {
                if (!record.IsBroken)
                {
                    SnapshotsAudited++;
                    _snapshots.Compare(entries[run].Seen, incarnation, record.Number, states);
                }
            }

            entries = entries[run..];
        }
    }

    private void CompareAnswers(ReadOnlySpan<AnswerEntry> entries)
    {
        foreach (ref readonly AnswerEntry entry in entries)
        {
            ref IncarnationRecord record = ref Known(entry.Incarnation);
            if (!record.IsBroken)
            {
                AnswersAudited++;
                _answers.Compare(entry, record, StatesOf(record).Truths, SectionsOf(record));
            }
        }
    }

    /// <summary>
    /// The record of a folio that was looked at; if it had no sections, its only state is the carried one.
    /// </summary>
    private ref IncarnationRecord Known(int incarnation)
    {
        ref IncarnationRecord record = ref ledger.Incarnations[incarnation];
        if (!record.IsTouched)
        {
            Touch(incarnation);
            record.FirstSection = 0;
            Sum(ref record, incarnation);
        }

        return ref record;
    }

    private void End(ReadOnlySpan<int> dead)
    {
        foreach (int incarnation in dead)
        {
            if (!IsMine(incarnation))
            {
                continue;
            }

            ref IncarnationRecord record = ref Known(incarnation);
            record.IsAlive = false;
            int mapcount = _truths[record.FirstState + record.Sections].Mapcount;
            if (!record.IsBroken && mapcount != 0)
            {
                ReportStillMapped(incarnation, mapcount);
            }
        }
    }

    private void ReportStillMapped(int incarnation, int mapcount) =>
        ledger.Violations.Add(() => new Violation("freed", "no mappings left", $"{mapcount} left", null, incarnation));

    private void Carry(ref IncarnationRecord record, int incarnation)
    {
        record.IsTouched = false;
        if (record.IsBroken)
        {
            return;
        }

        FolioStates states = StatesOf(record);
        if (record.IsAlive)
        {
            CompareFolio(record, incarnation, states);
        }

        record.Number = (record.Number + record.Sections) & ledger.NumberMask;
        record.Mapcount = states.Truths[^1].Mapcount;
        states.Values(record.Sections).CopyTo(record.Values);
    }

    private Span<SectionInOrder> SectionsOf(in IncarnationRecord record) =>
        _sections.AsSpan(record.FirstSection, record.Sections);

    private FolioStates StatesOf(in IncarnationRecord record)
    {
        int states = record.Sections + 1;
        return new FolioStates(_truths.AsSpan(record.FirstState, states),
            _values.AsSpan(record.FirstValue, states * record.ValueCount), record.ValueCount);
    }

    /// <summary>While every worker is parked, the folio as it is is one more snapshot.</summary>
    private void CompareFolio(in IncarnationRecord record, int incarnation, FolioStates states)
    {
        if (ledger.Tracker.Look(record.Folio, out Snapshot snapshot))
        {
            _snapshots.Compare(snapshot, incarnation, record.Number, states);
        }
        else
        {
            ReportWriterInside(incarnation, snapshot.Word);
        }
    }

    private void ReportWriterInside(int incarnation, long word) => ledger.Violations.Add(() => new Violation(
        "parked", "no writer inside while every worker is parked", $"sequence word {word:x}", null, incarnation));
}
