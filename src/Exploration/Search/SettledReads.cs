namespace Exploration.Search;

/// <summary>
/// The reads of a run that something keeps before one of its writes, and what they returned. They are no speculation: a
/// run in which one of them returns something else is another story, not another way of the same one.
/// </summary>
/// <param name="Values">The reads, each the so-many-th of its word, and their values.</param>
internal readonly record struct SettledReads(SortedDictionary<(int Location, int Number), long> Values)
{
    /// <summary>Equal for equal reads and values.</summary>
    public string Key { get; } = string.Join(' ', Values);

    /// <summary>Whether no read returned different values in the two.</summary>
    public bool Agrees(SettledReads other)
    {
        foreach (((int, int) read, long value) in Values)
        {
            if (other.Values.TryGetValue(read, out long otherValue) && otherValue != value)
            {
                return false;
            }
        }

        return true;
    }
}
