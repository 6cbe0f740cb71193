using Exploration.Actors;
using Exploration.Graphs;

namespace Exploration.Search;

/// <summary>
/// Taking over a graph from another worker. Each worker runs the actors itself and numbers what they do in its own way, so
/// the graph's nodes are looked up again by the values that were read.
/// </summary>
internal sealed unsafe partial class GraphSearch<TModel>
{
    private void Adopt(ref ExecutionGraph graph)
    {
        int* events = stackalloc int[ExecutionGraph.MaxEvents];
        for (int thread = 0; thread < _threads; thread++)
        {
            int count = 0;
            for (int number = graph.Last[thread]; number >= 0; number = graph.Previous[number])
            {
                events[count++] = number;
            }

            Adopt(ref graph, thread, events, count);
        }
    }

    /// <param name="graph">The graph.</param>
    /// <param name="thread">The thread whose operations are looked up.</param>
    /// <param name="events">Its events, the last one first.</param>
    /// <param name="count">How many there are.</param>
    private void Adopt(ref ExecutionGraph graph, int thread, int* events, int count)
    {
        int formerNext = graph.Next[thread];
        graph.Next[thread] = program.Advance(thread, -1, 0, program.Initial);
        int index = count - 1;
        while (index >= 0)
        {
            SkipUnorderedFences(ref graph, thread);
            int first = events[index];
            int former = graph.Node[first];
            int node = graph.Next[thread];
            while (index >= 0 && graph.Node[events[index]] == former)
            {
                graph.Node[events[index--]] = node;
            }

            if (index < 0 && former == formerNext)
            {
                return;
            }

            Operation operation = program.Replays[thread].Tree[node];
            bool returns = operation.Reads && operation.Kind != OperationKind.BlindAdd;
            Advance(ref graph, thread, returns ? graph.Value[first] : 0);
        }
    }

    private void SkipUnorderedFences(ref ExecutionGraph graph, int thread)
    {
        while (program.Replays[thread].Tree[graph.Next[thread]] is { Kind: OperationKind.Fence } fence && !TModel.Orders(fence.Ordering))
        {
            Advance(ref graph, thread, 0);
        }
    }
}
