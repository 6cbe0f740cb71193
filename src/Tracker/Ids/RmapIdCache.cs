using Atomics;

namespace Tracker.Ids;

/// <summary>
/// A few IDs kept back for one thread (patch 07 wonders about caching them per CPU), so that most allocations and frees
/// touch no word that every thread touches. Not thread-safe: each thread has its own. What it keeps counts as handed
/// out, but goes to whoever finds the source exhausted.
/// </summary>
/// <typeparam name="TMemory">The memory operations.</typeparam>
public sealed class RmapIdCache<TMemory> : IRmapIds
    where TMemory : struct, IMemory
{
    /// <summary>IDs kept at most, unless told otherwise.</summary>
    public const int DefaultCapacity = 64;

    private readonly RmapIdCaches<TMemory> _caches;

    // An ID here that is not idle any more was taken back, and perhaps kept again elsewhere: it is passed over.
    private readonly int[] _kept;
    private int _count;

    internal RmapIdCache(RmapIdCaches<TMemory> caches, int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 2);
        _caches = caches;
        _kept = new int[capacity];
    }

    /// <inheritdoc/>
    public int MaxId => _caches.MaxId;

    /// <inheritdoc/>
    public bool TryAllocate(out int id)
    {
        while (_count > 0)
        {
            id = _kept[--_count];
            if (_caches.TryTake(id))
            {
                return true;
            }
        }

        if (!_caches.TryAllocateFromSource(out id))
        {
            return _caches.TryTakeBack(out id);
        }

        while (_count < (_kept.Length / 2) - 1 && _caches.TryAllocateFromSource(out int more))
        {
            _caches.Keep(more);
            _kept[_count++] = more;
        }

        // Handed out lowest first.
        Array.Reverse(_kept, 0, _count);
        return true;
    }

    /// <inheritdoc/>
    public void Free(int id)
    {
        if (id == RmapId.Dummy)
        {
            return;
        }

        _caches.Keep(id);
        if (_count == _kept.Length)
        {
            GiveBack(_kept.Length / 2);
        }

        _kept[_count++] = id;
    }

    /// <inheritdoc/>
    public bool IsHandedOut(int id) => _caches.IsHandedOut(id);

    /// <summary>Gives every kept ID back; the source lives on.</summary>
    public void Dispose() => GiveBack(left: 0);

    private void GiveBack(int left)
    {
        while (_count > left)
        {
            int id = _kept[--_count];
            if (_caches.TryTake(id))
            {
                _caches.FreeToSource(id);
            }
        }
    }
}
