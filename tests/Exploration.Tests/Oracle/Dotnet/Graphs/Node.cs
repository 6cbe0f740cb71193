using Exploration.Tests.Oracle.Dotnet.Traces;

namespace Exploration.Tests.Oracle.Dotnet.Graphs;

/// <summary>An event in a graph.</summary>
/// <param name="Thread">Its thread.</param>
/// <param name="Index">Its place in the run of the thread.</param>
/// <param name="Event">The event.</param>
internal sealed record Node(int Thread, int Index, TraceEvent Event)
{
    /// <summary>Whether it comes before another event in program order.</summary>
    public bool IsBefore(Node other) => Thread == other.Thread && Index < other.Index;
}
