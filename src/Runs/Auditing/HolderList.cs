namespace Runs.Auditing;

/// <summary>The MMs that map a folio, with their number of mappings; each once.</summary>
public sealed class HolderList
{
    private int[] _mms = new int[2];
    private int[] _mappings = new int[2];

    /// <summary>MMs in the list.</summary>
    public int Count { get; private set; }

    /// <summary>An MM and its mappings.</summary>
    public (int Mm, int Mappings) this[int index] => (_mms[index], _mappings[index]);

    /// <summary>Adds an MM that is not in the list.</summary>
    public void Add(int mm, int mappings)
    {
        if (Count == _mms.Length)
        {
            Array.Resize(ref _mms, 2 * Count);
            Array.Resize(ref _mappings, 2 * Count);
        }

        _mms[Count] = mm;
        _mappings[Count++] = mappings;
    }

    /// <summary>Forgets every MM.</summary>
    public void Clear() => Count = 0;
}
