namespace Runs.Auditing;

/// <summary>Adds up the sections of a folio, in the order of their stamps, into its states.</summary>
/// <remarks>
/// Each state is made from the one before it, word by word, where both lie: a state that is built elsewhere and copied
/// is read by wider loads than it was written by, which wait for the stores. And without branches that depend on who
/// maps what, which nobody can predict.
/// </remarks>
/// <param name="ledger">Every MM, and where violations go.</param>
internal sealed unsafe class FolioSum(Ledger ledger)
{
    /// <summary>For each MM its mappings of the folio being summed; 0 in between.</summary>
    private int[] _mappings = [];

    /// <summary>
    /// MMs that mapped the folio, then those that came, in turn; one that left and came back is listed twice.
    /// </summary>
    private int[] _holders = [];

    /// <summary>
    /// Sums a folio's sections, from the state that the last round left; on the first round, from the first mappings.
    /// </summary>
    /// <param name="record">The folio.</param>
    /// <param name="incarnation">Its number.</param>
    /// <param name="sections">Its sections.</param>
    /// <param name="states">Receives the states: one more than sections.</param>
    /// <returns>False if a section is missing: its place is empty.</returns>
    public bool TrySum(ref IncarnationRecord record, int incarnation, ReadOnlySpan<SectionInOrder> sections,
        FolioStates states)
    {
        HolderList held = Begin(ref record, states);
        int[] holders = Scratch.Reserve(ref _holders, held.Count + sections.Length + 1);
        int listed = List(held, out int mixed);
        int holding = listed;
        Span<FolioTruth> truths = states.Truths;
        int mapcount = truths[0].Mapcount;
        truths[0].SoleMm = SoleMm(holding, mixed);
        bool isWhole = true;
        bool isWrong = false;
        int[] mappings = _mappings;
        for (int index = 0; index < sections.Length; index++)
        {
            int mm = sections[index].Mm;
            int delta = sections[index].Delta;
            int before = mappings[mm];
            int after = before + delta;
            mappings[mm] = after;
            holders[listed] = mm;
            int comes = before == 0 ? 1 : 0;
            int goes = after == 0 ? 1 : 0;
            listed += comes;
            holding += comes - goes;
            isWhole &= delta != 0;
            isWrong |= after < 0;

            // The numbers of the holders, mixed by exclusive or: of one holder it is the number itself.
            mixed ^= mm & -(comes ^ goes);
            mapcount += delta;
            truths[index + 1] = new FolioTruth { Mapcount = mapcount, SoleMm = SoleMm(holding, mixed) };
        }

        if (isWhole && isWrong)
        {
            ReportTooManyUnmapped(record, incarnation, held, sections);
        }

        AddValues(record, sections, states);
        Close(held, holders.AsSpan(0, listed));
        return isWhole;
    }

    /// <summary>Value by value, so that the sum stays in a register.</summary>
    private void AddValues(in IncarnationRecord record, ReadOnlySpan<SectionInOrder> sections, FolioStates states)
    {
        int stride = record.ValueCount;
        fixed (MmRecord* mms = ledger.Mms)
        fixed (SectionInOrder* first = sections)
        fixed (long* values = states.Values(0, states.Truths.Length))
        {
            SectionInOrder* end = first + sections.Length;
            for (int value = 0; value < stride; value++)
            {
                long* subIds = (long*)&mms->SubIds + record.SubIdOffset + value;
                long* state = values + value;
                long sum = *state;
                for (SectionInOrder* section = first; section < end; section++)
                {
                    sum += *(long*)((byte*)subIds + ((long)section->Mm * sizeof(MmRecord))) * section->Delta;
                    state += stride;
                    *state = sum;
                }
            }
        }
    }

    /// <summary>Lists who maps the folio when the round begins.</summary>
    private int List(HolderList held, out int mixed)
    {
        mixed = 0;
        for (int index = 0; index < held.Count; index++)
        {
            (int mm, int count) = held[index];
            _holders[index] = mm;
            _mappings[mm] = count;
            mixed ^= mm;
        }

        return held.Count;
    }

    private static int SoleMm(int holding, int mixed) => holding == 1 ? mixed : FolioTruth.NoSoleMm;

    /// <summary>Makes the first state; who maps the folio in it.</summary>
    private HolderList Begin(ref IncarnationRecord record, FolioStates states)
    {
        Scratch.Reserve(ref _mappings, ledger.Mms.Length);
        HolderList held = record.Holders ??= new HolderList();
        Span<long> values = states.Values(0);
        record.Values[..values.Length].CopyTo(values);
        int mapcount = record.Mapcount;
        if (record.FirstMappings >= 0)
        {
            held.Clear();
            if (record.FirstMappings > 0)
            {
                held.Add(record.FirstMm, record.FirstMappings);
            }

            mapcount += record.FirstMappings;
            ReadOnlySpan<long> subIds = ledger.Mms[record.FirstMm].SubIds[record.SubIdOffset..];
            for (int value = 0; value < values.Length; value++)
            {
                values[value] += subIds[value] * record.FirstMappings;
            }

            record.FirstMappings = -1;
        }

        states.Truths[0].Mapcount = mapcount;
        return held;
    }

    /// <summary>Keeps who maps the folio for the next round and leaves the scratch empty.</summary>
    private void Close(HolderList held, ReadOnlySpan<int> holders)
    {
        held.Clear();
        foreach (int mm in holders)
        {
            // Of an MM that is listed twice, the mappings are already taken the second time.
            if (_mappings[mm] != 0)
            {
                held.Add(mm, _mappings[mm]);
                _mappings[mm] = 0;
            }
        }
    }

    /// <summary>Once more, to say which sections they were.</summary>
    private void ReportTooManyUnmapped(IncarnationRecord record, int incarnation, HolderList held,
        ReadOnlySpan<SectionInOrder> sections)
    {
        Dictionary<int, int> mappings = [];
        for (int index = 0; index < held.Count; index++)
        {
            mappings.Add(held[index].Mm, held[index].Mappings);
        }

        for (int index = 0; index < sections.Length; index++)
        {
            SectionInOrder section = sections[index];
            int left = mappings.GetValueOrDefault(section.Mm) + section.Delta;
            mappings[section.Mm] = left;
            if (left < 0)
            {
                long stamp = (record.Number + index + 1) & ledger.NumberMask;
                ledger.Violations.Add(() => new Violation("mappings", $"MM {section.Mm} maps at least 0 pages",
                    $"{left} after {section.Delta}", stamp, incarnation));
            }
        }
    }
}
