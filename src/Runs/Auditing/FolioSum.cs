namespace Runs.Auditing;

/// <summary>Adds up the sections of a folio, in the order of their stamps, into its states.</summary>
/// <remarks>
/// Each state is made from the one before it, word by word, where both lie: a state that is built elsewhere and copied
/// is read by wider loads than it was written by, which wait for the stores. And without branches that depend on who
/// maps what, which nobody can predict.
/// </remarks>
/// <param name="ledger">Every MM, and where violations go.</param>
internal sealed class FolioSum(Ledger ledger)
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
    public void Sum(ref IncarnationRecord record, int incarnation, ReadOnlySpan<SectionInOrder> sections,
        FolioStates states)
    {
        HolderList held = Begin(ref record, states);
        Span<FolioTruth> truths = states.Truths;
        ReadOnlySpan<MmRecord> mms = ledger.Mms;
        int[] mappings = _mappings;
        int[] holders = Scratch.Reserve(ref _holders, held.Count + sections.Length + 1);
        int subIdOffset = record.SubIdOffset;
        int valueCount = record.ValueCount;
        int mapcount = truths[0].Mapcount;
        int listed = 0;
        int holding = held.Count;
        int mixed = 0;
        for (; listed < held.Count; listed++)
        {
            (int mm, int count) = held[listed];
            holders[listed] = mm;
            mappings[mm] = count;
            mixed ^= mm;
        }

        truths[0].SoleMm = SoleMm(holding, mixed);
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

            // The numbers of the holders, mixed by exclusive or: of one holder it is the number itself.
            mixed ^= mm & -(comes ^ goes);
            mapcount += delta;
            truths[index + 1].Mapcount = mapcount;
            truths[index + 1].SoleMm = SoleMm(holding, mixed);
            ReadOnlySpan<long> subIds = mms[mm].SubIds[subIdOffset..];
            Span<long> sums = states.Values(index, 2);
            for (int value = 0; value < valueCount; value++)
            {
                sums[valueCount + value] = sums[value] + (subIds[value] * delta);
            }

            if (after < 0)
            {
                ReportTooManyUnmapped(record, incarnation, index, sections[index], after);
            }
        }

        Close(held, holders.AsSpan(0, listed));
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

    // Apart: what the lambda keeps would be allocated for every folio.
    private void ReportTooManyUnmapped(in IncarnationRecord record, int incarnation, int index,
        SectionInOrder section, int left)
    {
        long stamp = (record.Number + index + 1) & ledger.NumberMask;
        ledger.Violations.Add(() => new Violation(
            "mappings", $"MM {section.Mm} maps at least 0 pages", $"{left} after {section.Delta}", stamp, incarnation));
    }
}
