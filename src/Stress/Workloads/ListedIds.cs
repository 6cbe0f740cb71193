using Tracker.Ids;

namespace Stress.Workloads;

/// <summary>Hands out listed rmap IDs only: the allocator below hands out places in the list.</summary>
/// <param name="ids">The IDs, none twice.</param>
/// <param name="places">Hands out 1, 2, 3 and so on.</param>
internal sealed class ListedIds(IReadOnlyList<int> ids, IRmapIds places) : IRmapIds
{
    /// <inheritdoc/>
    public int MaxId { get; } = ids.Max();

    /// <inheritdoc/>
    public bool TryAllocate(out int id)
    {
        id = 0;
        if (!places.TryAllocate(out int place))
        {
            return false;
        }

        if (place > ids.Count)
        {
            places.Free(place);
            return false;
        }

        id = ids[place - 1];
        return true;
    }

    /// <inheritdoc/>
    public void Free(int id)
    {
        int place = 0;
        while (ids[place] != id)
        {
            place++;
        }

        places.Free(place + 1);
    }

    /// <inheritdoc/>
    public void Dispose() => places.Dispose();
}
