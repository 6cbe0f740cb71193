namespace Exploration.Search;

/// <summary>What has become of a draw.</summary>
internal enum DrawEnd
{
    /// <summary>An execution, to its end or to where somebody waits for ever.</summary>
    Execution,

    /// <summary>No execution: a write came out of a speculation.</summary>
    Discarded,

    /// <summary>Given up, because it has too many events.</summary>
    Truncated,
}
