using Exploration.Actors;
using Exploration.Graphs;

namespace Exploration.Search;

/// <summary>
/// Draws single executions at random. A graph grows event by event as in the search, and the model refuses what it does
/// not allow, so that each is consistent; nothing is revisited.
/// </summary>
internal sealed unsafe partial class GraphSearch<TModel, TSet>
{
    /// <summary>An update has a read, a write and, if it fails, a barrier; not all three.</summary>
    private const int EventsOfOperation = 2;

    /// <summary>Accesses of a turn whose length is not known.</summary>
    private const int LongTurn = 64;

    /// <inheritdoc/>
    public DrawEnd Draw(Func<Draw> begin, HashSet<UInt128>? distinct)
    {
        Draw draw = begin();
        Begin(At(0));
        while (ChooseDrawn(At(0), draw) is int thread and >= 0)
        {
            if (At(0).Present.Count() > ExecutionGraph<TSet>.Capacity - EventsOfOperation)
            {
                return wider is not null ? wider.Draw(begin, distinct) : Truncate(At(0), distinct);
            }

            if (!Act(At(0), draw, thread))
            {
                return DrawEnd.Discarded;
            }
        }

        return End(At(0), distinct);
    }

    /// <summary>Of the threads that can act the one of the highest priority; -1 if none can.</summary>
    private int ChooseDrawn(ExecutionGraph<TSet> graph, Draw draw)
    {
        int chosen = -1;
        for (int thread = 0; thread < _threads; thread++)
        {
            OperationKind next = program.Replays[thread].Tree[graph.Threads[thread].Next].Kind;
            bool canAct = next < OperationKind.Pause || (next == OperationKind.Pause && HasNews(graph, draw, thread));
            if (canAct && (chosen < 0 || draw.PriorityOf(thread) > draw.PriorityOf(chosen)))
            {
                chosen = thread;
            }
        }

        return chosen;
    }

    /// <summary>Whether a thread that waits has not seen all there is: its turn may end differently.</summary>
    private static bool HasNews(ExecutionGraph<TSet> graph, Draw draw, int thread)
    {
        int since = draw.WaitingSince(thread);
        if (since < 0)
        {
            return true;
        }

        foreach (int number in graph.Present & ~graph.Threads[thread].Events)
        {
            if ((graph.KindOf(number) & EventKind.Write) != 0 && graph.Events[number].Stamp >= since)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Lets a thread do its next operation, or puts it off.</summary>
    /// <returns>False if that leads to no execution.</returns>
    private bool Act(ExecutionGraph<TSet> graph, Draw draw, int thread)
    {
        int node = graph.Threads[thread].Next;
        Operation operation = program.Replays[thread].Tree[node];
        switch (operation.Kind)
        {
            case OperationKind.Pause:
                draw.TryAgain(thread, program.Waits[thread].CutAt(node)?.Turn.Length ?? LongTurn, graph.Clock);
                graph.Threads[thread].Next = program.Advance(thread, node, 0, _memory);
                return true;
            case OperationKind.Fence:
                return InsertFence(graph, thread, operation.Ordering, returned: 0);
            case var _ when draw.PutsOff(thread):
                return true;
            case OperationKind.Write:
                return DrawWrite(graph, draw, thread, operation);
            default:
                return DrawRead(graph, draw, thread, operation);
        }
    }

    private bool DrawRead(ExecutionGraph<TSet> graph, Draw draw, int thread, in Operation operation)
    {
        short* sources = stackalloc short[PlaceCount(graph, operation.Location)];
        int count = 0;
        TSet seen = TModel.Seen(graph, thread);
        for (int write = graph.Locations[operation.Location].LastWrite; ; write = graph.Events[write].PreviousWrite)
        {
            sources[count++] = (short)write;
            if (write < 0 || seen.Contains(write))
            {
                break;
            }
        }

        return DrawOne(graph, draw, thread, operation, new Span<short>(sources, count), &TryWhole);
    }

    private bool DrawWrite(ExecutionGraph<TSet> graph, Draw draw, int thread, in Operation operation)
    {
        short* places = stackalloc short[PlaceCount(graph, operation.Location)];
        int count = WritePlaces(graph, thread, operation, places);
        return DrawOne(graph, draw, thread, operation, new Span<short>(places, count), &TryPlain);
    }

    /// <summary>Takes the first of some writes, in the order drawn, with which the model allows the access.</summary>
    private bool DrawOne(
        ExecutionGraph<TSet> graph, Draw draw, int thread, in Operation operation, Span<short> writes,
        delegate*<GraphSearch<TModel, TSet>, ExecutionGraph<TSet>, int, in Operation, int, bool> tries)
    {
        int newest = writes[0];
        draw.Arrange(thread, writes, operation.Kind == OperationKind.Write);
        draw.Acted(thread);
        foreach (short write in writes)
        {
            if (write == newest)
            {
                // Always allowed, so there is no need for a copy to go back to.
                return tries(this, graph, thread, operation, write);
            }

            ExecutionGraph<TSet> branch = At(1);
            branch.CopyFrom(graph);
            if (tries(this, branch, thread, operation, write))
            {
                (_graphs[0], _graphs[1]) = (_graphs[1], _graphs[0]);
                return true;
            }
        }

        return false;
    }

    private static bool TryPlain(
        GraphSearch<TModel, TSet> search, ExecutionGraph<TSet> graph, int thread, in Operation operation, int behind) =>
        search.TryWrite(graph, thread, operation, behind);

    /// <summary>An operation that reads, with all that belongs to it: both halves of an update.</summary>
    private static bool TryWhole(
        GraphSearch<TModel, TSet> search, ExecutionGraph<TSet> graph, int thread, in Operation operation, int write)
    {
        int node = graph.Threads[thread].Next;
        if (!search.TryRead(graph, thread, operation, write))
        {
            return false;
        }

        if (graph.Threads[thread].Next != node)
        {
            return true;
        }

        int read = graph.Threads[thread].Last;
        if ((graph.KindOf(read) & EventKind.Update) == 0)
        {
            return search.InsertFence(graph, thread, Ordering.Full, graph.Events[read].Value);
        }

        short* places = stackalloc short[PlaceCount(graph, operation.Location)];
        return search.WritePlaces(graph, thread, operation, places) > 0
            && search.TryWrite(graph, thread, operation, places[0]);
    }

    private DrawEnd End(ExecutionGraph<TSet> graph, HashSet<UInt128>? distinct)
    {
        if (!IsReal(graph))
        {
            return DrawEnd.Discarded;
        }

        ulong waiting = WaitingIn(graph, out bool isEndless);
        if (distinct is not null && isEndless)
        {
            results.GiveUpLoop(graph, mayBeReal: true);
        }
        else if (distinct is not null)
        {
            distinct.Add(CyclicGraph.HashOf(CyclicGraph.Encode(graph)));
            results.Take(graph, waiting);
        }

        return isEndless ? DrawEnd.Truncated : DrawEnd.Execution;
    }

    private DrawEnd Truncate(ExecutionGraph<TSet> graph, HashSet<UInt128>? distinct)
    {
        if (distinct is not null)
        {
            results.Truncate(graph, IsReal(graph));
        }

        return DrawEnd.Truncated;
    }
}
