namespace Tracker.Ids;

/// <summary>
/// A few IDs kept back for one thread (patch 07 wonders about caching them per CPU), so that most allocations and frees touch
/// no shared word. Not thread-safe: each thread has its own. What it keeps counts as handed out.
/// </summary>
/// <param name="source">The shared allocator.</param>
/// <param name="capacity">IDs kept at most; half of them move at a time.</param>
public sealed class RmapIdCache(IRmapIds source, int capacity = RmapIdCache.DefaultCapacity) : IRmapIds
{
    /// <summary>IDs kept at most, unless told otherwise.</summary>
    public const int DefaultCapacity = 64;

    private readonly int[] _kept = new int[Math.Max(2, capacity)];
    private int _count;

    /// <inheritdoc/>
    public int MaxId => source.MaxId;

    /// <inheritdoc/>
    public bool TryAllocate(out int id)
    {
        if (_count == 0)
        {
            while (_count < _kept.Length / 2 && source.TryAllocate(out int taken))
            {
                _kept[_count++] = taken;
            }

            // Handed out lowest first.
            Array.Reverse(_kept, 0, _count);
        }

        id = _count == 0 ? RmapId.Dummy : _kept[--_count];
        return id != RmapId.Dummy;
    }

    /// <inheritdoc/>
    public void Free(int id)
    {
        if (id == RmapId.Dummy)
        {
            return;
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(id, RmapId.Min);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(id, MaxId);
        if (_kept.AsSpan(0, _count).Contains(id))
        {
            throw new InvalidOperationException($"Rmap ID {id} was freed twice.");
        }

        if (_count == _kept.Length)
        {
            while (_count > _kept.Length / 2)
            {
                source.Free(_kept[--_count]);
            }
        }

        _kept[_count++] = id;
    }

    /// <summary>Gives every kept ID back; the source lives on.</summary>
    public void Dispose()
    {
        while (_count > 0)
        {
            source.Free(_kept[--_count]);
        }
    }
}
