using System.Numerics;
using Atomics;

namespace Tracker.Ids;

/// <summary>
/// A source of rmap IDs with caches over it. One bit for each ID says whether it is idle, in some cache: whoever clears
/// the bit has the ID. So an ID cannot be given to two caches, and where the source has none left idle ones are taken
/// back, from whichever cache.
/// </summary>
/// <typeparam name="TMemory">The memory operations.</typeparam>
/// <param name="source">The source. Disposed with this.</param>
public sealed class RmapIdCaches<TMemory>(IRmapIds source) : IRmapIds
    where TMemory : struct, IMemory
{
    private const int BitsPerWord = 64;
    private readonly NativeBlock _idle = new(((long)(source.MaxId / BitsPerWord) + 1) * sizeof(long));

    /// <inheritdoc/>
    public int MaxId => source.MaxId;

    /// <summary>The words that say which IDs are idle, for a checker that must name them.</summary>
    public unsafe IReadOnlyList<nint> WordAddresses =>
        [.. Enumerable.Range(0, (MaxId / BitsPerWord) + 1)
            .Select(word => (nint)(_idle.Start + ((long)word * sizeof(long))))];

    /// <summary>Makes a cache for one thread. Disposed by its owner, before this.</summary>
    /// <param name="capacity">IDs kept at most, at least 2; half of them move at a time.</param>
    public RmapIdCache<TMemory> Create(int capacity = RmapIdCache<TMemory>.DefaultCapacity) => new(this, capacity);

    /// <inheritdoc/>
    public bool TryAllocate(out int id) => TryAllocateFromSource(out id) || TryTakeBack(out id);

    /// <inheritdoc/>
    public void Free(int id)
    {
        if (id is >= RmapId.Min && id <= MaxId && (TMemory.ReadPlain(ref Word(id)) & Bit(id)) != 0) // [cache-look]
        {
            throw FreedTwice(id);
        }

        source.Free(id);
    }

    /// <inheritdoc/>
    public bool IsHandedOut(int id) =>
        source.IsHandedOut(id) && (TMemory.ReadPlain(ref Word(id)) & Bit(id)) == 0; // [cache-look]

    /// <inheritdoc/>
    public void Dispose()
    {
        source.Dispose();
        _idle.Dispose();
    }

    /// <summary>Takes an ID that is idle in no cache.</summary>
    internal bool TryAllocateFromSource(out int id) => source.TryAllocate(out id);

    /// <summary>Gives the source an ID that is idle in no cache.</summary>
    internal void FreeToSource(int id) => source.Free(id);

    /// <summary>Makes an ID idle.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The ID is out of range.</exception>
    /// <exception cref="InvalidOperationException">The ID is not handed out.</exception>
    internal void Keep(int id)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(id, RmapId.Min);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(id, MaxId);
        if (!source.IsHandedOut(id))
        {
            throw new InvalidOperationException(
                $"Rmap ID {id} was freed twice, or freed without having been handed out.");
        }

        // Full fence: the holder's last use of the ID comes before its next holder's first; pairs with [cache-take].
        if ((TMemory.Or(ref Word(id), Bit(id)) & Bit(id)) != 0) // [cache-keep]
        {
            throw FreedTwice(id);
        }
    }

    /// <summary>Takes an ID that was idle in a cache, unless somebody else was faster.</summary>
    internal bool TryTake(int id)
    {
        // Full fence: whatever the ID's last holder did comes first; pairs with [cache-keep]. By load and store
        // instead, the cache and somebody who takes back could both get the ID.
        return (TMemory.And(ref Word(id), ~Bit(id)) & Bit(id)) != 0; // [cache-take]
    }

    /// <summary>Takes the lowest ID that is idle in any cache.</summary>
    internal bool TryTakeBack(out int id)
    {
        for (int first = 0; first <= MaxId; first += BitsPerWord)
        {
            // Plain: a guess; taking decides.
            long seen = TMemory.ReadPlain(ref Word(first)); // [cache-look]
            for (; seen != 0; seen &= seen - 1)
            {
                id = first + BitOperations.TrailingZeroCount(seen);
                if (TryTake(id))
                {
                    return true;
                }
            }
        }

        id = RmapId.Dummy;
        return false;
    }

    private static InvalidOperationException FreedTwice(int id) => new($"Rmap ID {id} was freed twice.");

    private static long Bit(int id) => 1L << (id % BitsPerWord);

    private ref long Word(int id) => ref _idle.Word64((long)(id / BitsPerWord) * sizeof(long));
}
