using Exploration.Division;
using Exploration.Graphs;

namespace Exploration.Search;

/// <summary>A search of some width, seen from a narrower one.</summary>
internal interface IGraphSearch : IDisposable
{
    /// <summary>Locations that turned out not to commute: the search must start again without them.</summary>
    LocationSet MustOrder { get; }

    /// <summary>Visits graphs until the pool says that all have been visited, or the search must end.</summary>
    void Run();

    /// <summary>Visits all executions of a branch.</summary>
    /// <param name="branch">The branch.</param>
    /// <param name="events">Its events.</param>
    /// <returns>False if the whole search must end.</returns>
    bool Explore(Branch branch, BranchEvent[] events);

    /// <summary>Visits all executions that a graph grows to.</summary>
    /// <param name="taken">The branch that it belongs to.</param>
    /// <param name="graph">The graph.</param>
    /// <returns>False if the whole search must end.</returns>
    bool Explore<TSet>(Branch taken, ExecutionGraph<TSet> graph)
        where TSet : unmanaged, IEventSet<TSet>;

    /// <summary>Draws an execution at random.</summary>
    /// <param name="begin">Makes the choices from the start: again where the execution turns out to be too
    /// wide.</param>
    /// <param name="distinct">Gets a hash of the execution, which is then counted; null to count nothing.</param>
    DrawEnd Draw(Func<Draw> begin, HashSet<UInt128>? distinct);
}
