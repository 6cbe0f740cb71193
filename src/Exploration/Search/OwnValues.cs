namespace Exploration.Search;

/// <summary>
/// What a word holds behind its thread's last write of it: one value, or any of several behind an add of which nobody
/// gets to know what it was added to.
/// </summary>
/// <param name="values">The values; empty if the thread has not written the word.</param>
internal readonly struct OwnValues(long[] values)
{
    /// <summary>The values.</summary>
    public long[] Values => values ?? [];

    /// <summary>Whether it may be this one.</summary>
    public bool Contains(long value) => values is not null && Array.IndexOf(values, value) >= 0;
}
