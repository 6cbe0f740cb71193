using System.Runtime.CompilerServices;
using Weaving.Objects;

namespace Weaving.Running;

/// <summary>
/// The objects that a run has read or made. Each read of a reference gives an object of its own, so that what is read
/// through it is known to have come through that read, wherever the reference has been in the meantime.
/// </summary>
/// <remarks>
/// Nothing is ever written into what a read gives, so the next run gets the same objects again, in the same order:
/// an actor runs thousands of times, and making them anew took more time than its code.
/// </remarks>
internal sealed class KnownObjects
{
    /// <summary>Objects that were hit last are looked at first: a loop comes back to the same few.</summary>
    private const int Recent = 8;

    /// <summary>Reads of one object that are kept: most rows of turns have fewer.</summary>
    private const int MostKept = 1_024;

    private readonly Entry?[] _recent = new Entry?[Recent];
    private readonly Dictionary<object, Entry> _entries = new(ReferenceEqualityComparer.Instance);
    private readonly List<object> _ofRun = [];
    private readonly List<Entry> _extents = [];
    private readonly Dictionary<long, Pool> _pools = [];
    private int _oldest;
    private int _run;

    /// <summary>A new run begins.</summary>
    public void Clear()
    {
        foreach (object value in _ofRun)
        {
            _entries.Remove(value);
        }

        _ofRun.Clear();
        _extents.Clear();
        Array.Clear(_recent);
        (_oldest, _run) = (0, _run + 1);
    }

    /// <summary>Takes in an object for this run.</summary>
    /// <param name="value">The object.</param>
    /// <param name="number">Its number.</param>
    /// <param name="through">Which operation of the run read it; -1 if the run made it.</param>
    /// <param name="hasWords">Whether there can be references into it.</param>
    public void Add(object value, long number, int through, bool hasWords)
    {
        _ofRun.Add(value);
        Know(NewEntry(value, number, hasWords), through);
    }

    /// <summary>Takes in what a read of this run gives, and reads of later runs may give again.</summary>
    /// <inheritdoc cref="Add"/>
    public void AddStandIn(object value, long number, int through, bool hasWords)
    {
        if (!_pools.TryGetValue(number, out Pool? pool))
        {
            pool = new Pool();
            _pools.Add(number, pool);
        }

        if (pool.Count == MostKept)
        {
            Add(value, number, through, hasWords);
            return;
        }

        Entry entry = NewEntry(value, number, hasWords);
        pool.Add(entry, _run);
        Know(entry, through);
    }

    /// <summary>What a read of an earlier run gave for a number, and none of this run; null if there is none.</summary>
    /// <param name="number">The object's number.</param>
    /// <param name="through">Which operation of the run reads it.</param>
    public object? StandInAgain(long number, int through)
    {
        Entry? again = _pools.TryGetValue(number, out Pool? pool) ? pool.Next(_run) : null;
        if (again is not null)
        {
            Know(again, through);
        }

        return again?.Value;
    }

    /// <summary>The number of an object; 0 if the run does not know it.</summary>
    public long NumberOf(object value) => Find(value)?.Number ?? 0;

    /// <summary>Which operation of the run read an object; -1 if none did.</summary>
    public int ThroughOf(object value) => Find(value)?.Through ?? -1;

    /// <summary>The object that an address lies in.</summary>
    public bool TryFind(ref byte address, out Place place)
    {
        foreach (Entry? entry in _recent)
        {
            if (entry is not null && IsIn(entry, ref address, out place))
            {
                return true;
            }
        }

        for (int index = _extents.Count - 1; index >= 0; index--)
        {
            if (IsIn(_extents[index], ref address, out place))
            {
                _recent[_oldest] = _extents[index];
                _oldest = (_oldest + 1) % Recent;
                return true;
            }
        }

        place = default;
        return false;
    }

    private Entry? Find(object value) =>
        _entries.TryGetValue(value, out Entry? entry) && entry.Run == _run ? entry : null;

    private Entry NewEntry(object value, long number, bool hasWords)
    {
        Entry entry = new(value, number, hasWords ? SetUp.SizeOf(value) : -1);
        _entries.Add(value, entry);
        return entry;
    }

    private void Know(Entry entry, int through)
    {
        (entry.Through, entry.Run) = (through, _run);
        if (entry.Size >= 0)
        {
            _extents.Add(entry);
        }
    }

    private static bool IsIn(Entry entry, ref byte address, out Place place)
    {
        nint offset = Unsafe.ByteOffset(ref RawObject.Of(entry.Value), ref address);
        if ((nuint)offset < (nuint)entry.Size)
        {
            place = new Place(entry.Number, entry.Value, null, (int)offset, entry.Through);
            return true;
        }

        place = default;
        return false;
    }

    /// <summary>An object that some run knew.</summary>
    /// <param name="value">The object.</param>
    /// <param name="number">Its number.</param>
    /// <param name="size">Bytes of its fields or elements; -1 if there are no references into it.</param>
    private sealed class Entry(object value, long number, int size)
    {
        public object Value => value;

        public long Number => number;

        public int Size => size;

        public int Through { get; set; }

        /// <summary>The last run that knew it.</summary>
        public int Run { get; set; }
    }

    /// <summary>What reads have given for a number.</summary>
    private sealed class Pool
    {
        private readonly List<Entry> _entries = [];
        private int _taken;
        private int _run;

        public int Count => _entries.Count;

        public Entry? Next(int run)
        {
            if (_run != run)
            {
                (_taken, _run) = (0, run);
            }

            return _taken < _entries.Count ? _entries[_taken++] : null;
        }

        public void Add(Entry entry, int run)
        {
            _entries.Add(entry);
            (_taken, _run) = (_entries.Count, run);
        }
    }
}
