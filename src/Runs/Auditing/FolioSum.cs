namespace Runs.Auditing;

/// <summary>Adds up the sections of one folio, in the order of their stamps.</summary>
internal ref struct FolioSum
{
    private readonly ref IncarnationRecord _record;
    private readonly ReadOnlySpan<MmRecord> _mms;
    private readonly Span<int> _mappings;
    private readonly List<int> _newHolders;
    private readonly int _valueCount;
    private readonly int _subIdOffset;
    private int _holders;
    private int _holdersMixed;
    private FolioTruth _truth;

    /// <summary>Starts from the state that the last round left; on the first round, from the first mappings.</summary>
    /// <param name="record">The folio.</param>
    /// <param name="mms">Every MM.</param>
    /// <param name="mappings">Scratch: for each MM its mappings of the folio being summed; 0 in between.</param>
    /// <param name="newHolders">Scratch.</param>
    public FolioSum(ref IncarnationRecord record, ReadOnlySpan<MmRecord> mms, Span<int> mappings, List<int> newHolders)
    {
        _record = ref record;
        _mms = mms;
        _mappings = mappings;
        _newHolders = newHolders;
        _valueCount = record.ValueCount;
        _subIdOffset = record.SubIdOffset;
        _truth.Mapcount = record.Mapcount;
        _truth.Values = record.Values;
        HolderList held = record.Holders ??= new HolderList();
        if (record.FirstMappings >= 0)
        {
            held.Clear();
        }

        for (int index = 0; index < held.Count; index++)
        {
            (int mm, int count) = held[index];
            _mappings[mm] = count;
            _holders++;
            _holdersMixed ^= mm;
        }

        if (record.FirstMappings > 0)
        {
            Add(record.FirstMm, record.FirstMappings);
        }

        record.FirstMappings = -1;
    }

    /// <summary>The state now.</summary>
    public readonly FolioTruth Truth
    {
        get
        {
            FolioTruth truth = _truth;

            // The numbers of the holders, mixed by exclusive or: of one holder it is the number itself.
            truth.SoleMm = _holders == 1 ? _holdersMixed : FolioTruth.NoSoleMm;
            return truth;
        }
    }

    /// <summary>Adds a section.</summary>
    /// <returns>What the MM maps after it.</returns>
    public int Add(int mm, int delta)
    {
        int before = _mappings[mm];
        int after = before + delta;
        _mappings[mm] = after;
        if (before == 0)
        {
            _holders++;
            _holdersMixed ^= mm;
            _newHolders.Add(mm);
        }

        if (after == 0)
        {
            _holders--;
            _holdersMixed ^= mm;
        }

        _truth.Mapcount += delta;
        ref readonly MmRecord record = ref _mms[mm];
        for (int value = 0; value < _valueCount; value++)
        {
            _truth.Values[value] += record.SubIds[_subIdOffset + value] * delta;
        }

        return after;
    }

    /// <summary>Keeps who maps the folio for the next round and leaves the scratch empty.</summary>
    public readonly void Close()
    {
        HolderList held = _record.Holders!;
        for (int index = 0; index < held.Count; index++)
        {
            _newHolders.Add(held[index].Mm);
        }

        held.Clear();
        foreach (int mm in _newHolders)
        {
            // An MM that left and came back is listed twice; the second time its mappings are already taken.
            if (_mappings[mm] != 0)
            {
                held.Add(mm, _mappings[mm]);
                _mappings[mm] = 0;
            }
        }

        _newHolders.Clear();
    }
}
