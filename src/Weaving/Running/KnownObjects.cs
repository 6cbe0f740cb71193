using System.Runtime.CompilerServices;
using Weaving.Objects;

namespace Weaving.Running;

/// <summary>
/// The objects that a run has read or made. Each read of a reference gives an object of its own, so that what is read
/// through it is known to have come through that read, wherever the reference has been in the meantime.
/// </summary>
internal sealed class KnownObjects
{
    /// <summary>Objects that were hit last are looked at first: a loop comes back to the same few.</summary>
    private const int Recent = 8;

    private readonly int[] _recent = new int[Recent];
    private readonly Dictionary<object, int> _indices = new(ReferenceEqualityComparer.Instance);
    private readonly List<Entry> _entries = [];
    private readonly List<int> _extents = [];
    private int _oldest;

    /// <summary>A new run begins.</summary>
    public void Clear()
    {
        _indices.Clear();
        _entries.Clear();
        _extents.Clear();
        Array.Clear(_recent);
        _oldest = 0;
    }

    /// <summary>Takes in an object.</summary>
    /// <param name="value">The object.</param>
    /// <param name="number">Its number.</param>
    /// <param name="through">Which operation of the run read it; -1 if the run made it.</param>
    /// <param name="hasWords">Whether there can be references into it.</param>
    public void Add(object value, long number, int through, bool hasWords)
    {
        _indices.Add(value, _entries.Count);
        if (hasWords)
        {
            _extents.Add(_entries.Count);
        }

        _entries.Add(new Entry(value, number, through, hasWords ? SetUp.SizeOf(value) : 0));
    }

    /// <summary>The number of an object; 0 if the run does not know it.</summary>
    public long NumberOf(object value) => _indices.TryGetValue(value, out int index) ? _entries[index].Number : 0;

    /// <summary>Which operation of the run read an object; -1 if none did.</summary>
    public int ThroughOf(object value) => _indices.TryGetValue(value, out int index) ? _entries[index].Through : -1;

    /// <summary>The object that an address lies in.</summary>
    public bool TryFind(ref byte address, out Place place)
    {
        foreach (int entry in _recent)
        {
            if (entry < _entries.Count && IsIn(_entries[entry], ref address, out place))
            {
                return true;
            }
        }

        for (int index = _extents.Count - 1; index >= 0; index--)
        {
            if (IsIn(_entries[_extents[index]], ref address, out place))
            {
                _recent[_oldest] = _extents[index];
                _oldest = (_oldest + 1) % Recent;
                return true;
            }
        }

        place = default;
        return false;
    }

    private static bool IsIn(in Entry entry, ref byte address, out Place place)
    {
        nint offset = Unsafe.ByteOffset(ref RawObject.Of(entry.Value), ref address);
        place = new Place(entry.Number, entry.Value, null, (int)offset, entry.Through);
        return (nuint)offset < (nuint)entry.Size;
    }

    private readonly record struct Entry(object Value, long Number, int Through, int Size);
}
