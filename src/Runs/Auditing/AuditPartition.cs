namespace Runs.Auditing;

/// <summary>
/// Audits one part of the folios of a round: those whose number, modulo the number of parts, is this part's. Parts
/// share nothing that they write, so all cores can work at once.
/// </summary>
/// <remarks>
/// The sections are scattered by folio and stamp, and what was seen is listed by folio; then one folio after the other
/// is audited. Linear in what was logged.
/// </remarks>
internal sealed class AuditPartition
{
    private readonly Ledger _ledger;
    private readonly int _part;
    private readonly int _parts;
    private readonly LogStretches _stretches = new();
    private readonly FolioAudit _folios;
    private readonly List<int> _touched = [];
    private SectionInOrder[] _sections = [];

    /// <summary>Makes the audit of a part.</summary>
    /// <param name="ledger">What is known from earlier rounds.</param>
    /// <param name="part">This part's number.</param>
    /// <param name="parts">Parts in all, a power of two.</param>
    public AuditPartition(Ledger ledger, int part, int parts)
    {
        (_ledger, _part, _parts) = (ledger, part, parts);
        _folios = new FolioAudit(ledger, part, _stretches);
    }

    /// <summary>Snapshots compared so far.</summary>
    public long SnapshotsAudited => _folios.SnapshotsAudited;

    /// <summary>Answers compared so far.</summary>
    public long AnswersAudited => _folios.AnswersAudited;

    /// <summary>Wrong answers that the scheme may give.</summary>
    public Misjudgements Misjudgements => _folios.Misjudgements;

    /// <summary>Audits this part of a round. Every worker is parked.</summary>
    public void Run(IReadOnlyList<RoundLog> logs)
    {
        int sections = Count(logs);
        Scratch.Reserve(ref _sections, sections);
        Array.Clear(_sections, 0, sections);
        LayOut();
        for (int worker = 0; worker < logs.Count; worker++)
        {
            Scatter(logs[worker].Sections(_part), worker);
        }

        // From the last one back: each is put in front of its folio's list.
        for (int worker = logs.Count - 1; worker >= 0; worker--)
        {
            List(logs[worker].Snapshots(_part), worker);
            List(logs[worker].Answers(_part), worker);
            End(logs[worker].DeadIncarnations.Items);
        }

        foreach (int incarnation in _touched)
        {
            ref IncarnationRecord record = ref _ledger.Incarnations[incarnation];
            record.IsTouched = false;
            if (!record.IsBroken
                && !_folios.TryRun(ref record, incarnation, SectionsOf(record), logs))
            {
                BreakAtSecond(ref record, incarnation, logs);
            }
        }

        _touched.Clear();
        _stretches.Clear();
    }

    private ReadOnlySpan<SectionInOrder> SectionsOf(in IncarnationRecord record) =>
        _sections.AsSpan(record.FirstSection, record.Sections);

    private bool IsMine(int incarnation) => (incarnation & (_parts - 1)) == _part;

    private int Count(IReadOnlyList<RoundLog> logs)
    {
        int sections = 0;
        Span<IncarnationRecord> incarnations = _ledger.Incarnations;
        foreach (RoundLog log in logs)
        {
            ReadOnlySpan<SectionEntry> entries = log.Sections(_part);
            sections += entries.Length;
            foreach (ref readonly SectionEntry entry in entries)
            {
                ref IncarnationRecord record = ref incarnations[entry.Incarnation];
                if (!record.IsTouched)
                {
                    Touch(entry.Incarnation);
                }

                record.Sections++;
            }
        }

        return sections;
    }

    /// <summary>
    /// The record of a folio of which something was logged; if it had no sections, its only state is the carried one.
    /// </summary>
    private ref IncarnationRecord Touch(int incarnation)
    {
        ref IncarnationRecord record = ref _ledger.Incarnations[incarnation];
        if (!record.IsTouched)
        {
            record.IsTouched = true;
            record.Sections = 0;
            record.FirstSection = 0;
            record.FirstSnapshots = LogStretches.None;
            record.FirstAnswers = LogStretches.None;
            _touched.Add(incarnation);
        }

        return ref record;
    }

    private void LayOut()
    {
        int section = 0;
        foreach (int incarnation in _touched)
        {
            ref IncarnationRecord record = ref _ledger.Incarnations[incarnation];
            record.FirstSection = section;
            section += record.Sections;
        }
    }

    private unsafe void Scatter(ReadOnlySpan<SectionEntry> entries, int worker)
    {
        Span<IncarnationRecord> incarnations = _ledger.Incarnations;
        long mask = _ledger.NumberMask;
        fixed (SectionInOrder* sections = _sections)
        {
            foreach (ref readonly SectionEntry entry in entries)
            {
                ref IncarnationRecord record = ref incarnations[entry.Incarnation];
                long place = (entry.Stamp - record.Number - 1) & mask;
                if (place >= record.Sections)
                {
                    Break(ref record, entry.Incarnation, entry.Stamp, "out of sequence");
                    continue;
                }

                // Whether the place was taken is not looked up here: the load would be waited for, a store is not.
                SectionInOrder* section = sections + record.FirstSection + place;
                section->Mm = entry.Mm;
                section->Delta = entry.Delta;
                section->BeganBack = entry.BeganBack;
                section->Worker = worker;
            }
        }
    }

    private void Break(ref IncarnationRecord record, int incarnation, long stamp, string observed)
    {
        // Once per folio: everything after it is out of sequence too.
        if (!record.IsBroken)
        {
            record.IsBroken = true;
            string expected =
                $"{record.Sections} stamps without a gap from {(record.Number + 1) & _ledger.NumberMask} on";
            _ledger.Violations.Add(() =>
                new Violation("stamp", expected, $"{stamp} {observed}", stamp, incarnation));
        }
    }

    /// <summary>
    /// As many sections as places, and each in one of them: where a place is empty, another has been taken twice.
    /// </summary>
    private void BreakAtSecond(ref IncarnationRecord record, int incarnation, IReadOnlyList<RoundLog> logs)
    {
        HashSet<long> stamps = [];
        foreach (RoundLog log in logs)
        {
            foreach (ref readonly SectionEntry entry in log.Sections(_part))
            {
                if (entry.Incarnation == incarnation && !stamps.Add(entry.Stamp))
                {
                    Break(ref record, incarnation, entry.Stamp, "handed out twice");
                }
            }
        }
    }

    private void List<TEntry>(ReadOnlySpan<TEntry> entries, int worker) where TEntry : struct, ILogEntry
    {
        for (int end = entries.Length, first; end > 0; end = first)
        {
            int incarnation = entries[end - 1].Incarnation;
            for (first = end - 1; first > 0 && entries[first - 1].Incarnation == incarnation; first--)
            {
            }

            ref int list = ref TEntry.FirstStretch(ref Touch(incarnation));
            list = _stretches.Add(worker, first, end - first, list);
        }
    }

    private void End(ReadOnlySpan<int> dead)
    {
        foreach (int incarnation in dead)
        {
            if (IsMine(incarnation))
            {
                Touch(incarnation).IsAlive = false;
            }
        }
    }
}
