namespace Stress.Auditing;

/// <summary>Compares answers with the truth at their sequence number, or within their window.</summary>
/// <param name="ledger">Where violations go.</param>
internal sealed class AnswerAudit(Ledger ledger)
{
    /// <summary>Compares one answer.</summary>
    /// <param name="entry">The answer.</param>
    /// <param name="record">The folio it is about.</param>
    /// <param name="truths">The folio's states, from the one at <see cref="IncarnationRecord.Number"/> on.</param>
    /// <param name="sections">The sections between them.</param>
    public void Compare(
        in AnswerEntry entry,
        in IncarnationRecord record,
        ReadOnlySpan<FolioTruth> truths,
        ReadOnlySpan<SectionInOrder> sections)
    {
        long place = (entry.Number - record.Number) & ledger.NumberMask;
        if (place >= truths.Length)
        {
            ledger.ReportNumber(record, entry.Incarnation, entry.Number);
            return;
        }

        int first = (int)place;
        FolioTruth truth = truths[first];
        if (!entry.IsRechecked)
        {
            CompareWindow(entry, truths[first..], sections[first..], record.Pages);
            return;
        }

        bool isExclusive = truth.SoleMm == entry.Mm && truth.Mapcount <= record.Pages;
        bool isRight = entry.Kind switch
        {
            AnswerKind.Exclusive => isExclusive,
            AnswerKind.Shared => !isExclusive && truth.Mapcount != 0,
            AnswerKind.Reuse => isExclusive && !entry.IsPinned,
            _ => false,
        };
        if (!isRight || (entry.Kind != AnswerKind.Reuse && entry.Mapcount != truth.Mapcount))
        {
            Report(entry, truth);
        }
    }

    private void CompareWindow(in AnswerEntry entry, ReadOnlySpan<FolioTruth> truths, ReadOnlySpan<SectionInOrder> later, int pages)
    {
        bool isSound = entry.Kind switch
        {
            AnswerKind.Unmapped => entry.Mapcount == 0,
            AnswerKind.Shared => entry.Mapcount > pages,
            _ => false,
        };

        // Most answers show the state of a number inside the window; only the rest needs a search.
        int shown = Math.Min(truths.Length - 1, entry.NumberMoved);
        for (int index = 0; isSound && index <= shown; index++)
        {
            if (truths[index].Mapcount == entry.Mapcount)
            {
                return;
            }
        }

        if (!isSound || !WindowAnswer.CanExplain(truths[0].Mapcount, later, entry.NumberMoved, entry.Mapcount))
        {
            Report(entry, truths[0]);
        }
    }

    private void Report(AnswerEntry entry, FolioTruth truth) => ledger.Violations.Add(() => new Violation(
        entry.Kind == AnswerKind.Reuse ? "reuse" : "answer",
        $"mapcount {truth.Mapcount}, {(truth.SoleMm == FolioTruth.NoSoleMm ? "no MM alone" : $"all of MM {truth.SoleMm}")}",
        $"{Describe(entry.Kind)} for MM {entry.Mm} at mapcount {entry.Mapcount}{(entry.IsPinned ? ", pinned throughout" : "")}{(entry.IsRechecked ? "" : ", not rechecked")}",
        entry.Number,
        entry.Incarnation));

    private static string Describe(AnswerKind kind) => kind switch
    {
        AnswerKind.Unmapped => "unmapped",
        AnswerKind.Exclusive => "exclusive",
        AnswerKind.Shared => "shared",
        _ => "may reuse",
    };
}
