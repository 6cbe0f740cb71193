using Tracker.Ids;

namespace Runs.Tracing.Replay;

/// <summary>Counts the IDs that are handed out, so that a pass can end only when every one has come back.</summary>
/// <param name="source">Where the IDs come from. Not disposed with this.</param>
public sealed class CountedIds(IRmapIds source) : IRmapIds
{
    private int _out;

    /// <inheritdoc/>
    public int MaxId => source.MaxId;

    /// <summary>IDs handed out now.</summary>
    public int Out => Volatile.Read(ref _out);

    /// <inheritdoc/>
    public bool TryAllocate(out int id)
    {
        bool isAllocated = source.TryAllocate(out id);
        Interlocked.Add(ref _out, isAllocated ? 1 : 0);
        return isAllocated;
    }

    /// <inheritdoc/>
    public void Free(int id)
    {
        source.Free(id);
        Interlocked.Decrement(ref _out);
    }

    /// <inheritdoc/>
    public bool IsHandedOut(int id) => source.IsHandedOut(id);

    /// <inheritdoc/>
    public void Dispose()
    {
        // The source belongs to the world.
    }
}
