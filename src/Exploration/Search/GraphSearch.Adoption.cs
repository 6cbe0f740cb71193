using Exploration.Actors;
using Exploration.Graphs;

namespace Exploration.Search;

/// <summary>
/// Taking over a graph from another worker. Each worker runs the actors itself and numbers what they do in its own way,
/// so the graph's nodes are looked up again by the values that were read.
/// </summary>
internal sealed unsafe partial class GraphSearch<TModel, TSet>
{
    private void Adopt(ExecutionGraph<TSet> graph)
    {
        int* events = stackalloc int[GraphLimits.MaxEvents];
        for (int thread = 0; thread < _threads; thread++)
        {
            int count = 0;
            for (int number = graph.Threads[thread].Last; number >= 0; number = graph.Events[number].Previous)
            {
                events[count++] = number;
            }

            Adopt(graph, thread, events, count);
        }
    }

    /// <param name="graph">The graph.</param>
    /// <param name="thread">The thread whose operations are looked up.</param>
    /// <param name="events">Its events, the last one first.</param>
    /// <param name="count">How many there are.</param>
    private void Adopt(ExecutionGraph<TSet> graph, int thread, int* events, int count)
    {
        int formerNext = graph.Threads[thread].Next;
        graph.Threads[thread].Next = program.Advance(thread, -1, 0, program.Initial);
        int index = count - 1;
        while (index >= 0)
        {
            SkipUnorderedFences(graph, thread);
            int first = events[index];
            int former = graph.Events[first].Node;
            int node = graph.Threads[thread].Next;
            while (index >= 0 && graph.Events[events[index]].Node == former)
            {
                graph.Events[events[index--]].Node = node;
            }

            if (index < 0 && former == formerNext)
            {
                return;
            }

            Operation operation = program.Replays[thread].Tree[node];
            bool returns = operation.Reads && operation.Kind != OperationKind.BlindAdd;
            Advance(graph, thread, returns ? graph.Events[first].Value : 0);
        }
    }

    private void SkipUnorderedFences(ExecutionGraph<TSet> graph, int thread)
    {
        while (program.Replays[thread].Tree[graph.Threads[thread].Next] is { Kind: OperationKind.Fence } fence
            && !TModel.Orders(fence.Ordering))
        {
            Advance(graph, thread, 0);
        }
    }
}
