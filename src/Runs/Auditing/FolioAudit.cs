using System.Runtime.Intrinsics.X86;
using Tracker.Reading;

namespace Runs.Auditing;

/// <summary>
/// Audits a folio's round: its sections are summed into states, what was seen of it is compared with them, and the last
/// one is kept for the next round.
/// </summary>
/// <remarks>
/// The states of one folio after the other lie in the same place: they stay in the cache, where those of all folios
/// would be 40 bytes for each section of the round.
/// </remarks>
/// <param name="ledger">What is known from earlier rounds.</param>
/// <param name="part">The part of the logs that the folios belong to.</param>
/// <param name="stretches">Where the logs speak of each folio.</param>
internal sealed class FolioAudit(Ledger ledger, int part, LogStretches stretches)
{
    private const int LineBytes = 64;
    private readonly SnapshotAudit _snapshots = new(ledger);
    private readonly AnswerAudit _answers = new(ledger);
    private readonly FolioSum _sum = new(ledger);
    private FolioTruth[] _truths = [];
    private long[] _values = [];

    /// <summary>Snapshots compared so far.</summary>
    public long SnapshotsAudited { get; private set; }

    /// <summary>Answers compared so far.</summary>
    public long AnswersAudited { get; private set; }

    /// <summary>Wrong answers that the scheme may give.</summary>
    public Misjudgements Misjudgements => _answers.Misjudgements;

    /// <summary>Audits a folio.</summary>
    /// <param name="record">The folio, as the last round left it.</param>
    /// <param name="incarnation">Its number.</param>
    /// <param name="sections">Its sections, in the order of their stamps.</param>
    /// <param name="logs">The logs of the round.</param>
    /// <returns>False if a section is missing, so that nothing can be compared.</returns>
    public bool TryRun(ref IncarnationRecord record, int incarnation, ReadOnlySpan<SectionInOrder> sections,
        IReadOnlyList<RoundLog> logs)
    {
        int count = sections.Length + 1;
        Span<FolioTruth> truths = Scratch.Reserve(ref _truths, count).AsSpan(0, count);
        int values = count * record.ValueCount;
        FolioStates states = new(truths, Scratch.Reserve(ref _values, values).AsSpan(0, values), record.ValueCount);
        if (!_sum.TrySum(ref record, incarnation, sections, states))
        {
            return false;
        }

        CompareSnapshots(record, incarnation, states, logs);
        CompareAnswers(record, truths, sections, logs);
        int mapcount = truths[^1].Mapcount;
        if (record.IsAlive)
        {
            CompareFolio(record, incarnation, states);
        }
        else if (mapcount != 0)
        {
            ReportStillMapped(incarnation, mapcount);
        }

        record.Number = (record.Number + sections.Length) & ledger.NumberMask;
        record.Mapcount = mapcount;
        states.Values(sections.Length).CopyTo(record.Values);
        return true;
    }

    private void CompareSnapshots(in IncarnationRecord record, int incarnation, FolioStates states,
        IReadOnlyList<RoundLog> logs)
    {
        for (int at = record.FirstSnapshots; at != LogStretches.None; at = stretches[at].Next)
        {
            ref readonly LogStretches.Stretch stretch = ref stretches[at];
            FetchSnapshots(stretch.Next, logs);
            SnapshotsAudited += _snapshots.Compare(SnapshotsOf(stretch, logs), incarnation, record.Number, states);
        }
    }

    private ReadOnlySpan<SnapshotEntry> SnapshotsOf(in LogStretches.Stretch stretch, IReadOnlyList<RoundLog> logs) =>
        logs[stretch.Worker].Snapshots(part).Slice(stretch.First, stretch.Count);

    /// <summary>Fetches the next stretch ahead: it lies elsewhere, and mostly in another core's cache.</summary>
    private unsafe void FetchSnapshots(int at, IReadOnlyList<RoundLog> logs)
    {
        if (at != LogStretches.None && Sse.IsSupported)
        {
            fixed (SnapshotEntry* entries = SnapshotsOf(stretches[at], logs))
            {
                for (int offset = 0; offset < stretches[at].Count * sizeof(SnapshotEntry); offset += LineBytes)
                {
                    Sse.Prefetch0((byte*)entries + offset);
                }
            }
        }
    }

    private void CompareAnswers(in IncarnationRecord record, ReadOnlySpan<FolioTruth> truths,
        ReadOnlySpan<SectionInOrder> sections, IReadOnlyList<RoundLog> logs)
    {
        for (int at = record.FirstAnswers; at != LogStretches.None; at = stretches[at].Next)
        {
            ref readonly LogStretches.Stretch stretch = ref stretches[at];
            AnswersAudited += stretch.Count;
            foreach (ref readonly AnswerEntry entry in
                logs[stretch.Worker].Answers(part).Slice(stretch.First, stretch.Count))
            {
                _answers.Compare(entry, record, truths, sections);
            }
        }
    }

    /// <summary>While every worker is parked, the folio as it is is one more snapshot.</summary>
    private void CompareFolio(in IncarnationRecord record, int incarnation, FolioStates states)
    {
        if (ledger.Tracker.Look(record.Folio, out Snapshot snapshot))
        {
            SnapshotEntry last = new() { Seen = snapshot, Times = 1 };
            _snapshots.Compare(new ReadOnlySpan<SnapshotEntry>(in last), incarnation, record.Number, states);
        }
        else
        {
            ReportWriterInside(incarnation, snapshot.Word);
        }
    }

    // Apart: what a lambda keeps would be allocated for every folio.
    private void ReportStillMapped(int incarnation, int mapcount) =>
        ledger.Violations.Add(() => new Violation("freed", "no mappings left", $"{mapcount} left", null, incarnation));

    private void ReportWriterInside(int incarnation, long word) => ledger.Violations.Add(() => new Violation(
        "parked", "no writer inside while every worker is parked", $"sequence word {word:x}", null, incarnation));
}
