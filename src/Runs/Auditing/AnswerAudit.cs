using Rivals;

namespace Runs.Auditing;

/// <summary>Compares answers with the truth at their sequence number, or within their window.</summary>
/// <remarks>
/// A scheme that is not exact is asked who maps the folio without being told for whom: its "exclusive" says that one MM
/// does, and what it may get wrong is counted. What it promises is a violation like any other.
/// </remarks>
/// <param name="ledger">Where violations go.</param>
internal sealed class AnswerAudit(Ledger ledger)
{
    private readonly Precision _precision = ledger.Tracker.Scheme.Precision;

    /// <summary>Wrong answers that the scheme may give.</summary>
    public Misjudgements Misjudgements { get; } = new();

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
            ledger.ReportNumber(record.Number + truths.Length - 1, entry.Number, entry.Incarnation);
            return;
        }

        int first = (int)place;
        if (entry.IsRechecked)
        {
            CompareState(entry, truths[first], record.Pages);
        }
        else
        {
            CompareWindow(entry, truths, first, sections, record.Pages);
        }
    }

    private void CompareState(in AnswerEntry entry, in FolioTruth truth, int pages)
    {
        bool isRead = entry.Kind == AnswerKind.Reuse || entry.Mapcount == truth.Mapcount;
        bool isAlone = _precision == Precision.Exact
            ? truth.SoleMm == entry.Mm && truth.Mapcount <= pages
            : truth.SoleMm != FolioTruth.NoSoleMm;
        bool isRight = entry.Kind switch
        {
            AnswerKind.Unmapped => truth.Mapcount == 0,
            AnswerKind.Exclusive => isAlone,
            AnswerKind.Shared => truth.Mapcount != 0 && (!isAlone || truth.Mapcount > pages),
            AnswerKind.Reuse => isAlone && truth.SoleMm == entry.Mm && !entry.IsPinned,
            _ => throw Unknown(entry.Kind),
        };
        if (!isRead || (!isRight && !MayBeWrong(entry)))
        {
            Report(entry, truth);
        }
    }

    /// <summary>Counts an answer that is wrong, if the scheme may give it.</summary>
    private bool MayBeWrong(in AnswerEntry entry)
    {
        switch (entry.Kind)
        {
            case AnswerKind.Shared when _precision is Precision.FalselySharedAtTimes or Precision.Guess:
                Misjudgements.FalseShared++;
                return true;
            case AnswerKind.Exclusive when _precision == Precision.Guess:
                Misjudgements.FalseExclusive++;
                return true;
            case AnswerKind.Reuse when _precision == Precision.Guess && !entry.IsPinned:
                Misjudgements.WrongReuses++;
                return true;
            default:
                return false;
        }
    }

    private void CompareWindow(in AnswerEntry entry, ReadOnlySpan<FolioTruth> truths, int first,
        ReadOnlySpan<SectionInOrder> sections, int pages)
    {
        bool isDecidedByMapcount = entry.Kind switch
        {
            AnswerKind.Unmapped => entry.Mapcount == 0,
            AnswerKind.Shared => entry.Mapcount > pages,
            AnswerKind.Exclusive => _precision != Precision.Exact && entry.Mapcount == 1,
            AnswerKind.Reuse => false,
            _ => throw Unknown(entry.Kind),
        };
        if (!CanExplain(entry, truths[first..], sections[first..])
            || !(isDecidedByMapcount || MayBeSo(entry, truths, first)))
        {
            Report(entry, truths[first]);
        }
    }

    private static bool CanExplain(in AnswerEntry entry, ReadOnlySpan<FolioTruth> truths,
        ReadOnlySpan<SectionInOrder> later)
    {
        // Most answers show the state of a number inside the window; only the rest needs a search.
        int shown = Math.Min(truths.Length - 1, entry.NumberMoved);
        for (int index = 0; index <= shown; index++)
        {
            if (truths[index].Mapcount == entry.Mapcount)
            {
                return true;
            }
        }

        return WindowAnswer.CanExplain(truths[0].Mapcount, later, entry.NumberMoved, entry.Mapcount);
    }

    /// <summary>
    /// Whether a scheme that decides by more than the mapcount, and without a recheck, may have answered so.
    /// </summary>
    private bool MayBeSo(in AnswerEntry entry, ReadOnlySpan<FolioTruth> truths, int first)
    {
        switch (_precision)
        {
            case Precision.FalselySharedAtTimes:
                // Its lock lets one section in at a time, which takes its number before it shows who maps the folio:
                // the last one counted at the window's begin may not have shown that yet, and one not counted at its
                // end may be under way.
                int last = (int)Math.Min(truths.Length - 1, (long)first + entry.NumberMoved + 1);
                ReadOnlySpan<FolioTruth> window = truths[Math.Max(0, first - 1)..(last + 1)];
                if (entry.Kind == AnswerKind.Exclusive)
                {
                    return Alone(window) > 0;
                }

                Misjudgements.FalseShared += Alone(window) == window.Length ? 1 : 0;
                return true;
            case Precision.Guess:
                Misjudgements.Unjudged++;
                return true;
            case Precision.Exact or Precision.Undecided:
                return false;
            default:
                throw new InvalidOperationException($"No scheme has the precision {_precision}.");
        }
    }

    /// <summary>In how many states one MM alone maps the folio.</summary>
    private static int Alone(ReadOnlySpan<FolioTruth> truths)
    {
        int alone = 0;
        foreach (ref readonly FolioTruth truth in truths)
        {
            alone += truth.SoleMm != FolioTruth.NoSoleMm ? 1 : 0;
        }

        return alone;
    }

    private void Report(AnswerEntry entry, FolioTruth truth) => ledger.Violations.Add(() => new Violation(
        entry.Kind == AnswerKind.Reuse ? "reuse" : "answer",
        $"mapcount {truth.Mapcount}, "
        + (truth.SoleMm == FolioTruth.NoSoleMm ? "no MM alone" : $"all of MM {truth.SoleMm}"),
        $"{Describe(entry.Kind)} for MM {entry.Mm} at mapcount {entry.Mapcount}"
        + (entry.IsPinned ? ", pinned throughout" : "") + (entry.IsRechecked ? "" : ", not rechecked"),
        entry.Number,
        entry.Incarnation));

    private static string Describe(AnswerKind kind) => kind switch
    {
        AnswerKind.Unmapped => "unmapped",
        AnswerKind.Exclusive => "exclusive",
        AnswerKind.Shared => "shared",
        AnswerKind.Reuse => "may reuse",
        _ => throw Unknown(kind),
    };

    private static InvalidOperationException Unknown(AnswerKind kind) => new($"No answer is of kind {kind}.");
}
