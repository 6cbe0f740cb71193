namespace Exploration.Graphs;

/// <summary>What a graph has room for, besides events.</summary>
/// <param name="Threads">Number of threads.</param>
/// <param name="Locations">Number of locations.</param>
/// <param name="HasFenceRows">Whether its model keeps rows for fences.</param>
internal readonly record struct GraphShape(int Threads, int Locations, bool HasFenceRows);
