using Exploration.Graphs;

namespace Exploration.Search;

/// <summary>A search of some width, seen from a narrower one.</summary>
internal interface IGraphSearch : IDisposable
{
    /// <summary>Locations that turned out not to commute: the search must start again without them.</summary>
    LocationSet MustOrder { get; }

    /// <summary>Visits graphs until the pool says that all have been visited, or the search must end.</summary>
    void Run();

    /// <summary>Visits all executions that a graph grows to.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="isForeign">
    /// Whether it comes from another worker, which numbers what the actors do in its own way.
    /// </param>
    /// <returns>False if the whole search must end.</returns>
    bool Explore<TSet>(ExecutionGraph<TSet> graph, bool isForeign)
        where TSet : unmanaged, IEventSet<TSet>;
}
