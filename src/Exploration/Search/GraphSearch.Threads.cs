using System.Runtime.CompilerServices;
using Exploration.Actors;
using Exploration.Graphs;

namespace Exploration.Search;

/// <summary>Which thread goes on. The choice changes how much is revisited, never what is found.</summary>
internal sealed unsafe partial class GraphSearch<TModel, TSet>
{
    /// <summary>Events of a thread in a long execution, above which the others go first.</summary>
    private const int LongThread = 48;

    /// <summary>
    /// The thread that goes on: one in the middle of an update; else one that does not read next, so that reads find as
    /// many writes as possible and revisits stay rare; else the first.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <param name="begun">What the read was that the thread's present operation began with; 0 if it has not
    /// begun.</param>
    [MethodImpl(Compilation.AtOnce)]
    private int ChooseThread(ExecutionGraph<TSet> graph, out EventKind begun)
    {
        int reader = -1;
        int other = -1;
        for (int thread = _threads - 1; thread >= 0; thread--)
        {
            int last = graph.Threads[thread].Last;
            if (last >= 0 && graph.Events[last].Node == graph.Threads[thread].Next)
            {
                begun = graph.KindOf(last);
                return thread;
            }

            OperationKind next = _trees[thread].KindOf(graph.Threads[thread].Next);
            if (next >= OperationKind.Pause)
            {
                continue;
            }

            if (next is OperationKind.Write or OperationKind.Fence || (next == OperationKind.BlindAdd
                && commuting.Contains(_trees[thread][graph.Threads[thread].Next].Location)))
            {
                other = thread;
            }
            else
            {
                reader = thread;
            }
        }

        begun = EventKind.None;
        int chosen = other >= 0 ? other : reader;

        // Commuting adds go first, however long.
        bool mayLead = TSet.Words == 1 || !commuting.IsEmpty || chosen < 0;
        return mayLead || graph.Threads[chosen].Events.Count() < LongThread ? chosen : ShortestThread(graph);
    }

    /// <summary>
    /// In a long execution a thread that has come far lets the others follow: if it never ends, they would never come
    /// to write what ends it.
    /// </summary>
    private int ShortestThread(ExecutionGraph<TSet> graph)
    {
        int shortest = -1;
        for (int thread = 0; thread < _threads; thread++)
        {
            if (program.Replays[thread].Tree[graph.Threads[thread].Next].Kind < OperationKind.Pause
                && (shortest < 0 || graph.Threads[thread].Events.Count() < graph.Threads[shortest].Events.Count()))
            {
                shortest = thread;
            }
        }

        return shortest;
    }
}
