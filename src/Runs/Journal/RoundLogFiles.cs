using Runs.Auditing;

namespace Runs.Journal;

/// <summary>
/// Keeps the whole log of one round for study, as tables with a first line of names: sections, snapshots and answers in
/// each worker's order, and the folios and MMs that they name by number.
/// </summary>
internal static class RoundLogFiles
{
    /// <summary>Writes the tables.</summary>
    /// <param name="folder">Where; made if need be.</param>
    /// <param name="audit">The audit, its round audited, its workers parked.</param>
    public static void Write(string folder, Audit audit)
    {
        Directory.CreateDirectory(folder);
        Write(folder, "sections", "worker,folio,mm,stamp,delta,beganBack", audit, (log, part, row) =>
        {
            foreach (SectionEntry each in log.Sections(part))
            {
                row($"{each.Incarnation},{each.Mm},{each.Stamp},{each.Delta},{each.BeganBack}");
            }
        });
        Write(folder, "snapshots", "worker,folio,number,mapcount,values", audit, (log, part, row) =>
        {
            foreach (SnapshotEntry each in log.Snapshots(part))
            {
                int values = audit.Ledger.Incarnations[each.Incarnation].ValueCount;
                string sums = string.Join(' ', Enumerable.Range(0, values).Select(value => each.Seen.Values[value]));
                long number = each.Seen.Word >>> audit.Ledger.Tracker.SequenceShift;
                for (int time = 0; time < each.Times; time++)
                {
                    row($"{each.Incarnation},{number},{each.Seen.Mapcount},{sums}");
                }
            }
        });
        Write(folder, "answers", "worker,folio,mm,number,mapcount,numberMoved,kind,isRechecked,isPinned", audit,
            (log, part, row) =>
        {
            foreach (AnswerEntry each in log.Answers(part))
            {
                row($"{each.Incarnation},{each.Mm},{each.Number},{each.Mapcount},{each.NumberMoved},{each.Kind},"
                    + $"{each.IsRechecked},{each.IsPinned}");
            }
        });
        WriteFolios(folder, audit);
        WriteMms(folder, audit);
    }

    private static void Write(string folder, string table, string names, Audit audit,
        Action<RoundLog, int, Action<string>> rows)
    {
        using StreamWriter file = Create(folder, table, names);
        for (int worker = 0; worker < audit.Logs.Count; worker++)
        {
            int index = worker;
            for (int part = 0; part < audit.Parts; part++)
            {
                rows(audit.Logs[worker], part, row => file.WriteLine($"{index},{row}"));
            }
        }
    }

    /// <summary>Each folio's state after the round, and its first mappings.</summary>
    private static void WriteFolios(string folder, Audit audit)
    {
        using StreamWriter file =
            Create(folder, "folios", "folio,pages,number,mapcount,firstMm,firstMappings,isAlive,isBroken");
        ReadOnlySpan<IncarnationRecord> folios = audit.Ledger.Incarnations;
        for (int folio = 0; folio < folios.Length; folio++)
        {
            ref readonly IncarnationRecord each = ref folios[folio];
            if (each.Pages != 0)
            {
                file.WriteLine($"{folio},{each.Pages},{each.Number},{each.Mapcount},{each.FirstMm},"
                    + $"{each.FirstMappings},{each.IsAlive},{each.IsBroken}");
            }
        }
    }

    private static void WriteMms(string folder, Audit audit)
    {
        using StreamWriter file = Create(folder, "mms", "mm,rmapId");
        ReadOnlySpan<MmRecord> mms = audit.Ledger.Mms;
        for (int mm = 0; mm < mms.Length; mm++)
        {
            if (mms[mm].RmapId != 0)
            {
                file.WriteLine($"{mm},{mms[mm].RmapId}");
            }
        }
    }

    private static StreamWriter Create(string folder, string table, string names)
    {
        StreamWriter file = new(Path.Combine(folder, $"{table}.csv")) { NewLine = "\n" };
        file.WriteLine(names);
        return file;
    }
}
