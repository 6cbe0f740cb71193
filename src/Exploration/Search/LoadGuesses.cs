using Exploration.Graphs;

namespace Exploration.Search;

/// <summary>
/// Which reads may see a write that comes later and that they cause, and what: shared by all workers of a search,
/// learned by one search and tried by the next, until a search learns nothing.
/// </summary>
/// <remarks>
/// Nothing is tried unless some execution has a read and a write to its word that the read, by program order and
/// reads-from, is a cause of, and that may be visible before it. Then a read is tried if somewhere its actor performs a
/// later plain write whatever this read returns, and with every value that somebody else writes to its word. That is
/// too much, and costs dead ends; it is never too little: the writes of a cyclic execution can be put in an order in
/// which each is performed whatever the reads behind it return, so each value is seen in an execution with the earlier
/// ones only.
/// </remarks>
internal sealed class LoadGuesses(int threads)
{
    private readonly Lock _lock = new();
    private readonly bool[] _isOvertaken = new bool[threads * GraphLimits.MaxLocations];
    private readonly HashSet<(int Location, long Value, int Thread)> _written = [];
    private readonly HashSet<UInt128> _cyclic = [];
    private readonly long[]?[] _tried = new long[]?[threads * GraphLimits.MaxLocations];
    private volatile bool _hasGrown;
    private volatile bool _isOpen;

    /// <summary>Whether the search has learned what it has not tried.</summary>
    public bool HasGrown => _hasGrown;

    /// <summary>Whether some execution leaves room for one with a cycle; without one nothing is learned.</summary>
    public bool IsOpen => _isOpen;

    /// <summary>Whether any read of any actor may see a later write.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>A search begins: it tries what former ones have learned.</summary>
    public void Begin()
    {
        lock (_lock)
        {
            _cyclic.Clear();
            _hasGrown = false;
            for (int index = 0; index < _tried.Length; index++)
            {
                (int thread, int location) = Math.DivRem(index, GraphLimits.MaxLocations);
                _tried[index] = _isOvertaken[index]
                    ? [.. _written.Where(each => each.Location == location && each.Thread != thread)
                        .Select(each => each.Value).Distinct().Order()]
                    : [];
                IsEmpty &= _tried[index]!.Length == 0;
            }
        }
    }

    /// <summary>An execution leaves room for one with a cycle.</summary>
    public void Open()
    {
        if (!_isOpen)
        {
            lock (_lock)
            {
                _hasGrown |= !_isOpen;
                _isOpen = true;
            }
        }
    }

    /// <summary>Which thread's reads of which word are known to be overtaken by a later write.</summary>
    public IEnumerable<(int Thread, int Location)> Overtaken => Enumerable.Range(0, _isOvertaken.Length)
        .Where(index => Volatile.Read(ref _isOvertaken[index]))
        .Select(index => Math.DivRem(index, GraphLimits.MaxLocations));

    /// <summary>What they may see, and who writes it.</summary>
    public IReadOnlyList<(int Location, long Value, int Thread)> Written
    {
        get
        {
            lock (_lock)
            {
                return [.. _written];
            }
        }
    }

    /// <summary>What a read of a thread may see ahead of its time.</summary>
    public long[] For(int thread, int location) => _tried[IndexOf(thread, location)]!;

    /// <summary>Whether reads of a word by a thread are known to be overtaken by a later write.</summary>
    public bool IsOvertaken(int thread, int location) => Volatile.Read(ref _isOvertaken[IndexOf(thread, location)]);

    /// <summary>Whether some thread's reads of a word are.</summary>
    public bool IsOvertaken(int location)
    {
        for (int thread = 0; thread < threads; thread++)
        {
            if (IsOvertaken(thread, location))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A thread has read a word, and performs a later write whatever it has read.</summary>
    public void Overtake(int thread, int location)
    {
        lock (_lock)
        {
            _isOvertaken[IndexOf(thread, location)] = true;
            _hasGrown = true;
        }
    }

    /// <summary>A thread writes a value in some execution.</summary>
    public void Write(int thread, int location, long value)
    {
        lock (_lock)
        {
            _hasGrown |= _written.Add((location, value, thread));
        }
    }

    /// <summary>Some reads may be overtaken, and see what somebody else writes in some run.</summary>
    public void Try(IEnumerable<PassingPair> passing, IEnumerable<(int Thread, int Location, long Value)> written)
    {
        Open();
        foreach (PassingPair pair in passing.Where(pair => !IsOvertaken(pair.Thread, pair.Read)))
        {
            Overtake(pair.Thread, pair.Read);
        }

        foreach ((int thread, int location, long value) in written.Where(each => IsOvertaken(each.Location)))
        {
            Write(thread, location, value);
        }
    }

    /// <summary>Counts an execution that has cycles.</summary>
    /// <returns>False if it has been found before.</returns>
    public bool AddCyclic(UInt128 hash)
    {
        lock (_lock)
        {
            return _cyclic.Add(hash);
        }
    }

    private static int IndexOf(int thread, int location) => (thread * GraphLimits.MaxLocations) + location;
}
