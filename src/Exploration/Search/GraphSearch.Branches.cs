using Exploration.Actors;
using Exploration.Division;
using Exploration.Graphs;

namespace Exploration.Search;

/// <summary>
/// Handing branches over and taking them. Each worker runs the actors itself and numbers what they do in its own way,
/// so a graph comes as its choices, and the actors are run through these.
/// </summary>
internal sealed unsafe partial class GraphSearch<TModel, TSet>
{
    /// <inheritdoc/>
    public bool Explore(Branch branch, BranchEvent[] events)
    {
        if (events.Length > ExecutionGraph<TSet>.Capacity)
        {
            _stopped |= !wider!.Explore(branch, events);
            MustOrder |= wider.MustOrder;
            return !_stopped;
        }

        _taken = branch;
        Begin(At(0));
        Replay(At(0), events);
        Visit(0);
        return !_stopped;
    }

    private void HandOver(ExecutionGraph<TSet> graph) => pool.Give(_taken!.Add(BranchWriter.Write(graph)));

    /// <summary>Makes a graph the root: all actors before their first operation.</summary>
    private void Begin(ExecutionGraph<TSet> graph)
    {
        graph.Clear();
        graph.Commuting = commuting;
        for (int thread = 0; thread < _threads; thread++)
        {
            graph.Threads[thread].Next = program.Advance(thread, -1, 0, program.Initial);
        }
    }

    /// <summary>
    /// Adds events in the order in which they came, but none before what it reads: a read that was revisited is older
    /// than that.
    /// </summary>
    private void Replay(ExecutionGraph<TSet> graph, BranchEvent[] events)
    {
        int[] numbers = new int[events.Length];
        Array.Fill(numbers, GraphLimits.Initial);
        int[] next = [.. Enumerable.Range(0, _threads)
            .Select(thread => Array.FindIndex(events, at => at.Thread == thread))];
        for (int count = 0; count < events.Length; count++)
        {
            int place = -1;
            foreach (int candidate in next)
            {
                bool isReady = candidate >= 0 && IsReady(events[candidate], numbers);
                place = isReady && (place < 0 || events[candidate].Rank < events[place].Rank) ? candidate : place;
            }

            bool fits = place >= 0 && TryReplay(graph, events, numbers, events[place]);
            if (!fits)
            {
                throw new ExplorationException(
                    "A branch of another scenario or build: its events are not what the actors do.");
            }

            int thread = events[place].Thread;
            numbers[place] = graph.Threads[thread].Last;
            graph.Events[numbers[place]].Stamp = events[place].Rank;
            next[thread] = place + 1 < events.Length && events[place + 1].Thread == thread ? place + 1 : -1;
        }

        graph.Clock = events.Length;
    }

    private static bool IsReady(BranchEvent at, int[] numbers) =>
        (at.Choice != BranchChoice.Read || at.Source < 0 || numbers[at.Source] >= 0)
        && Array.TrueForAll(at.Seen, add => numbers[add] >= 0);

    private bool TryReplay(ExecutionGraph<TSet> graph, BranchEvent[] events, int[] numbers, BranchEvent at)
    {
        int thread = at.Thread;
        SkipUnorderedFences(graph, thread);
        ref readonly Operation operation = ref program.Replays[thread].Tree[graph.Threads[thread].Next];
        int last = graph.Threads[thread].Last;
        bool isBegun = last >= 0 && graph.Events[last].Node == graph.Threads[thread].Next;
        bool commutes = operation.Location >= 0 && commuting.Contains(operation.Location);
        switch (at.Choice)
        {
            case BranchChoice.None when operation.Kind == OperationKind.Fence:
                return InsertFence(graph, thread, operation.Ordering, returned: 0);
            case BranchChoice.None when isBegun:
                return InsertFence(graph, thread, Ordering.Full, graph.Events[last].Value);
            case BranchChoice.None when commutes && operation.Kind == OperationKind.BlindAdd:
                AppendAdd(graph, thread, operation);
                return true;
            case BranchChoice.Observe when commutes && operation.Kind == OperationKind.Read:
                TSet seen = default;
                Array.ForEach(at.Seen, add => seen |= EventSets.Of<TSet>(numbers[add]));
                return TryObserve(graph, thread, operation, seen);
            case BranchChoice.Read when operation.Reads && !isBegun && !commutes:
                int source = at.Source < 0 ? GraphLimits.Initial : numbers[at.Source];
                return Writes(graph, source, operation.Location) && TryRead(graph, thread, operation, source);
            case BranchChoice.Guess when operation.Reads && !isBegun && !commutes && TModel.MayBufferLoads:
                return TryGuess(graph, thread, operation, at.Value);
            case BranchChoice.Write when (isBegun || operation.Kind == OperationKind.Write) && !commutes:
                int behind = NearestBefore(events, numbers, at);
                return Writes(graph, behind, operation.Location) && TryWrite(graph, thread, operation, behind);
            default:
                return false;
        }
    }

    /// <summary>The last of the writes before a write that is there already.</summary>
    private static int NearestBefore(BranchEvent[] events, int[] numbers, BranchEvent at)
    {
        int source = at.Source;
        for (int step = 0; source >= 0 && numbers[source] < 0 && step < events.Length; step++)
        {
            source = events[source].Source;
        }

        return source < 0 ? GraphLimits.Initial : numbers[source];
    }

    private static bool Writes(ExecutionGraph<TSet> graph, int number, int location) =>
        number < 0 || graph.Locations[location].Writes.Contains(number);

    /// <summary>Goes past barriers that are no events, those behind a failed compare-and-swap included.</summary>
    private void SkipUnorderedFences(ExecutionGraph<TSet> graph, int thread)
    {
        while (true)
        {
            int last = graph.Threads[thread].Last;
            bool isBegun = last >= 0 && graph.Events[last].Node == graph.Threads[thread].Next;
            Operation operation = program.Replays[thread].Tree[graph.Threads[thread].Next];
            if (isBegun && (graph.KindOf(last) & EventKind.Update) == 0 && !TModel.Orders(Ordering.Full))
            {
                Advance(graph, thread, graph.Events[last].Value);
            }
            else if (operation.Kind == OperationKind.Fence && !TModel.Orders(operation.Ordering))
            {
                Advance(graph, thread, 0);
            }
            else
            {
                return;
            }
        }
    }
}
