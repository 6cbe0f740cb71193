using Tracker.Ids;

namespace Scenarios.Arenas;

/// <summary>
/// A source that hands out one ID whenever it is asked: for a scenario that looks at what MMs do with it.
/// </summary>
internal sealed class OneId(int id) : IRmapIds
{
    /// <inheritdoc/>
    public int MaxId => id;

    /// <inheritdoc/>
    public bool TryAllocate(out int allocated)
    {
        allocated = id;
        return true;
    }

    /// <inheritdoc/>
    public void Free(int freed)
    {
        // It is handed out again whether it was freed or not.
    }

    /// <inheritdoc/>
    public bool IsHandedOut(int asked) => asked == id;

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held.
    }
}
