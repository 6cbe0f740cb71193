using Exploration.Actors;

namespace Exploration.Graphs;

/// <summary>What a graph has room for, besides events.</summary>
/// <param name="Threads">Number of threads.</param>
/// <param name="Locations">Number of locations.</param>
/// <param name="HasFenceRows">Whether its model keeps rows for fences.</param>
/// <param name="Words">What the locations are; empty if none has to do with objects.</param>
internal readonly record struct GraphShape(int Threads, int Locations, bool HasFenceRows, WordTraits[] Words);
