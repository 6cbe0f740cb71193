namespace Tracker.Ids;

/// <summary>A source of rmap IDs, for any holder.</summary>
public interface IRmapIds : IDisposable
{
    /// <summary>Largest ID that is handed out.</summary>
    int MaxId { get; }

    /// <summary>Takes an ID that nobody holds. Any thread may call.</summary>
    /// <param name="id">1 to <see cref="MaxId"/>; the dummy 0 on failure.</param>
    /// <returns>False if every ID is handed out.</returns>
    bool TryAllocate(out int id);

    /// <summary>Gives an ID back. Any thread may call. The dummy 0 is ignored.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The ID is out of range.</exception>
    /// <exception cref="InvalidOperationException">The ID is not handed out.</exception>
    void Free(int id);

    /// <summary>Whether an ID is handed out: sure for its holder, a guess for anybody else.</summary>
    /// <param name="id">1 to <see cref="MaxId"/>.</param>
    bool IsHandedOut(int id);
}
