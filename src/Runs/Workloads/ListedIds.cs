using Tracker.Ids;

namespace Runs.Workloads;

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
    public void Free(int id) => places.Free(
        PlaceOf(id) is int place ? place : throw new ArgumentOutOfRangeException(nameof(id), id, "not in the list"));

    /// <inheritdoc/>
    public bool IsHandedOut(int id) => PlaceOf(id) is int place && places.IsHandedOut(place);

    /// <inheritdoc/>
    public void Dispose() => places.Dispose();

    private int? PlaceOf(int id)
    {
        for (int index = 0; index < ids.Count; index++)
        {
            if (ids[index] == id)
            {
                return index + 1;
            }
        }

        return null;
    }
}
