using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Exploration.Actors;
using Exploration.Graphs;

namespace Exploration.Search;

/// <summary>
/// Adds that return nothing and the reads of their locations, explored up to observation: two executions are the same
/// if every read has seen the same adds. Adds are events without modification order; a read tries every set of adds
/// that contains, with an add, the earlier ones of the same thread.
/// </summary>
/// <remarks>
/// That a location commutes is an assumption. Any other write to it refutes it, and so does an add that an earlier read
/// could have seen, which would have to revisit a set; then the search starts again with that location in order. Adds
/// go first (see the choice of threads), so the latter happens only where an add depends on a read. A location that
/// nobody reads is put in order too if a thread that adds to it reads others: what those reads see is all that its adds
/// do. So is every location once a data race shows up that an order of the adds may rule out.
/// </remarks>
internal sealed unsafe partial class GraphSearch<TModel, TSet>
{
    /// <summary>Sets of adds that one read may try; a read of more ends its branch.</summary>
    private const int MaxSets = 1 << 16;

    private readonly List<List<TSet>> _sets = [];
    private bool _hasLooked;

    /// <inheritdoc/>
    public LocationSet MustOrder { get; private set; }

    private bool OrderAdds(int location)
    {
        MustOrder = MustOrder.With(location);
        _stopped = true;
        return false;
    }

    /// <summary>Looks at the first execution for locations that nobody reads.</summary>
    private bool MayLeaveUnordered(ExecutionGraph<TSet> graph)
    {
        if (_hasLooked)
        {
            return true;
        }

        _hasLooked = true;
        foreach (int location in commuting.ToNumbers())
        {
            if (graph.Locations[location].Reads.IsEmpty && AddersRead(graph, graph.Locations[location].Writes))
            {
                OrderAdds(location);
            }
        }

        return !_stopped;
    }

    private bool HasAddOrder(ExecutionGraph<TSet> graph)
    {
        bool? exists = TModel.HasAddOrder(graph);
        if (exists is null)
        {
            results.LeaveAddOrder();
        }

        return exists is true;
    }

    /// <summary>
    /// An add acquires from the adds before it. Without their order nothing is acquired, so no race is missed; whether
    /// one that shows up is real is up to the order.
    /// </summary>
    private bool MayRace(ExecutionGraph<TSet> graph)
    {
        if (results.DataRaces?.Find(graph) is null)
        {
            return false;
        }

        MustOrder |= commuting;
        _stopped = true;
        return true;
    }

    private static bool AddersRead(ExecutionGraph<TSet> graph, TSet adds)
    {
        foreach (int number in graph.Present)
        {
            bool reads = (graph.KindOf(number) & EventKind.Read) != 0;
            if (reads && graph.Threads[graph.Events[number].Thread].Events.Meets(adds))
            {
                return true;
            }
        }

        return false;
    }

    [MethodImpl(Compilation.AtOnce)]
    private bool InsertAdd(ExecutionGraph<TSet> graph, int thread, in Operation operation)
    {
        int last = graph.Threads[thread].Last;
        TSet causes = last < 0 ? default : graph.Events[last].Causes | EventSets.Of<TSet>(last);
        if (graph.Locations[operation.Location].Reads.Meets(~causes))
        {
            return OrderAdds(operation.Location);
        }

        AppendAdd(graph, thread, operation);
        return true;
    }

    private void AppendAdd(ExecutionGraph<TSet> graph, int thread, in Operation operation)
    {
        int add = graph.Append(thread, operation.Location, EventKinds.OfAdd(operation), operation.Operand);
        graph.LinkAdd(add);
        TModel.TryInsert(graph, add);
        Advance(graph, thread, 0);
    }

    [MethodImpl(Compilation.AtOnce)]
    private bool InsertObservation(int depth, ExecutionGraph<TSet> graph, int thread, in Operation operation)
    {
        int location = operation.Location;
        List<TSet> sets = SetsAt(depth);
        sets.Add(graph.Locations[location].Writes & graph.Threads[thread].Events);
        for (int other = 0; other < _threads; other++)
        {
            if (other != thread)
            {
                Extend(graph, other, location, sets);
            }
        }

        if (sets.Count > MaxSets)
        {
            _stopped |= !results.Truncate(graph, IsReal(graph));
            return false;
        }

        shuffle?.Shuffle(CollectionsMarshal.AsSpan(sets));
        for (int choice = 0; choice < sets.Count && !_stopped; choice++)
        {
            if (!IsClosed(graph, thread, location, sets[choice]))
            {
                continue;
            }

            ExecutionGraph<TSet> branch = At(depth + 1);
            branch.CopyFrom(graph);
            if (TryObserve(branch, thread, operation, sets[choice]))
            {
                Descend(depth + 1);
            }
        }

        return false;
    }

    private List<TSet> SetsAt(int depth)
    {
        while (_sets.Count <= depth)
        {
            _sets.Add([]);
        }

        _sets[depth].Clear();
        return _sets[depth];
    }

    /// <summary>Combines each set with each number of first adds of a thread; stops when there are too many.</summary>
    [MethodImpl(Compilation.AtOnce)]
    private static void Extend(ExecutionGraph<TSet> graph, int thread, int location, List<TSet> sets)
    {
        int count = sets.Count;
        int* order = stackalloc int[GraphLimits.MaxEvents];
        int adds = 0;
        for (int number = graph.Threads[thread].Last; number >= 0; number = graph.Events[number].Previous)
        {
            if (graph.Locations[location].Writes.Contains(number))
            {
                order[adds++] = number;
            }
        }

        TSet first = default;
        while (adds-- > 0 && sets.Count <= MaxSets)
        {
            first |= EventSets.Of<TSet>(order[adds]);
            for (int index = 0; index < count; index++)
            {
                sets.Add(sets[index] | first);
            }
        }
    }

    /// <summary>
    /// A necessary condition, cheap enough to ask before the graph is copied: no add is missed that comes before one
    /// seen, or before what the thread did last; its plain writes apart, which a read may overtake. Where reads
    /// overtake reads, too, what the thread did last says nothing.
    /// </summary>
    [MethodImpl(Compilation.AtOnce)]
    private static bool IsClosed(ExecutionGraph<TSet> graph, int thread, int location, TSet adds)
    {
        int last = graph.Threads[thread].Last;
        while (last >= 0 && (graph.KindOf(last) & (EventKind.Write | EventKind.Update)) == EventKind.Write)
        {
            last = graph.Events[last].Previous;
        }

        TSet before = TModel.MayBufferLoads ? default : graph.UpTo(last);
        foreach (int add in adds)
        {
            before |= graph.Events[add].Before;
        }

        return !(before & graph.Locations[location].Writes).Meets(~adds);
    }

    [MethodImpl(Compilation.AtOnce)]
    private bool TryObserve(ExecutionGraph<TSet> graph, int thread, in Operation operation, TSet adds)
    {
        long value = program.SumOf(graph, operation.Location, adds);
        int read = graph.Append(thread, operation.Location, EventKinds.OfRead(operation, writes: false), value);
        graph.LinkObservation(read, adds);
        if (!TModel.TryInsert(graph, read))
        {
            return false;
        }

        Advance(graph, thread, value);
        return true;
    }
}
