using Exploration.Graphs;

namespace Exploration.Search;

/// <summary>
/// Estimates how large the search is. Its tree is walked level by level, as far as a sample holds the level; a branch
/// is what the search would descend into, so that inconsistent graphs and revisits that are not the newest do not
/// count.
/// </summary>
internal sealed unsafe partial class GraphSearch<TModel, TSet>
{
    private GraphSample<TSet>? _sample;
    private double _weight;

    /// <summary>One estimate.</summary>
    /// <param name="random">Decides what is kept in the sample.</param>
    /// <returns>
    /// Executions, blocked ones included, right on average; null if one does not fit, or if the search will start again
    /// (<see cref="MustOrder"/>).
    /// </returns>
    public double? Estimate(Random random)
    {
        using GraphSample<TSet> first = new(_shape, random);
        using GraphSample<TSet> second = new(_shape, random);
        using (ExecutionGraph<TSet> start = new(_shape))
        {
            Begin(start);
            first.Add(start, 1);
        }

        double executions = 0;
        GraphSample<TSet> level = first;
        _sample = second;
        while (level.Count > 0)
        {
            for (int place = 0; place < level.Count; place++)
            {
                _weight = level.WeightOf(place);
                if (!Grow(level[place], ref executions))
                {
                    return null;
                }
            }

            level.Clear();
            (level, _sample) = (_sample, level);
        }

        return executions;
    }

    /// <summary>Puts all branches of a graph into the next level, or counts it if it has grown up.</summary>
    /// <returns>False if there is no estimate.</returns>
    private bool Grow(ExecutionGraph<TSet> graph, ref double executions)
    {
        int thread = ChooseThread(graph, out EventKind begun);
        if (thread < 0)
        {
            bool isExecution = !TModel.MayBufferLoads || IsExecution(graph);
            bool counts = isExecution && (commuting.IsEmpty || (MayLeaveUnordered(graph) && HasAddOrder(graph)));
            executions += counts ? _weight : 0;
            return !_stopped;
        }

        if (graph.IsFull)
        {
            return false;
        }

        if (Perform(0, graph, thread, begun))
        {
            _sample!.Add(graph, _weight);
        }

        return !_stopped;
    }
}
