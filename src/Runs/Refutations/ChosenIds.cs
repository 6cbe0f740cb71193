using Tracker.Ids;

namespace Runs.Refutations;

/// <summary>Hands out chosen rmap IDs in the order given, each once.</summary>
/// <param name="ids">The IDs.</param>
internal sealed class ChosenIds(IReadOnlyList<int> ids) : IRmapIds
{
    private int _next;

    /// <inheritdoc/>
    public int MaxId { get; } = ids.Max();

    /// <inheritdoc/>
    public bool TryAllocate(out int id)
    {
        bool isLeft = _next < ids.Count;
        id = isLeft ? ids[_next++] : 0;
        return isLeft;
    }

    /// <inheritdoc/>
    public void Free(int id)
    {
        // Nobody takes it again: a replay ends after one answer.
    }

    /// <inheritdoc/>
    public bool IsHandedOut(int id) => ids.Take(_next).Contains(id);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held.
    }
}
