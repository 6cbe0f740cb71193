using Exploration.Graphs;

namespace Exploration.Search;

/// <summary>Takes the executions that a search finds.</summary>
internal interface IGraphSink
{
    /// <summary>All actors have finished, or wait for ever.</summary>
    /// <param name="graph">The execution.</param>
    /// <param name="waiting">The actors that wait, as a set.</param>
    /// <returns>False to end the search.</returns>
    bool Take(ref ExecutionGraph graph, ulong waiting);

    /// <summary>A part of the search is over; the parts of a whole search add up to 1.</summary>
    void Cover(double share);

    /// <summary>Asked now and then; true ends the search.</summary>
    bool MustStop { get; }
}
