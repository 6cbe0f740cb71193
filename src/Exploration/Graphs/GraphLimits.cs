namespace Exploration.Graphs;

/// <summary>The limits of every execution graph.</summary>
internal static class GraphLimits
{
    /// <summary>Most events of an execution.</summary>
    public const int MaxEvents = 512;

    /// <summary>Most actors of a scenario.</summary>
    public const int MaxThreads = 16;

    /// <summary>Most locations of a scenario.</summary>
    public const int MaxLocations = 128;

    /// <summary>Stands for the initial write of a location; also for "no event".</summary>
    public const int Initial = -1;

    /// <summary>Stands for the write that a read sees ahead of its time, as long as it is not there.</summary>
    public const int Guessed = -2;
}
