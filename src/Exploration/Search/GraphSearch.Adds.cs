using System.Numerics;
using Exploration.Actors;
using Exploration.Graphs;

namespace Exploration.Search;

/// <summary>
/// Adds that return nothing and the reads of their locations, explored up to observation: two executions are the same if every
/// read has seen the same adds. Adds are events without modification order; a read tries every set of adds that contains, with an
/// add, the earlier ones of the same thread.
/// </summary>
/// <remarks>
/// That a location commutes is an assumption. Any other write to it refutes it, and so does an add that an earlier read
/// could have seen, which would have to revisit a set; then the search starts again with that location in order. Adds
/// go first (see the choice of threads), so the latter happens only where an add depends on a read. A location that nobody
/// reads is put in order too if a thread that adds to it reads others: what those reads see is all that its adds do. So is
/// every location once a data race shows up that an order of the adds may rule out.
/// </remarks>
internal sealed unsafe partial class GraphSearch<TModel>
{
    private const int MaxSets = 4096;
    private bool _hasLooked;

    /// <summary>Locations, as a set, that turned out not to commute: the search must start again without them.</summary>
    public ulong MustOrder { get; private set; }

    private bool OrderAdds(int location)
    {
        MustOrder |= 1UL << location;
        _stopped = true;
        return false;
    }

    /// <summary>Looks at the first execution for locations that nobody reads.</summary>
    private bool MayLeaveUnordered(ref ExecutionGraph graph)
    {
        if (_hasLooked)
        {
            return true;
        }

        _hasLooked = true;
        for (ulong rest = commuting; rest != 0; rest &= rest - 1)
        {
            int location = BitOperations.TrailingZeroCount(rest);
            if (graph.ReadsOf[location] == 0 && AddersRead(ref graph, graph.WritesTo[location]))
            {
                OrderAdds(location);
            }
        }

        return !_stopped;
    }

    /// <summary>
    /// An add acquires from the adds before it. Without their order nothing is acquired, so no race is missed; whether one that
    /// shows up is real is up to the order.
    /// </summary>
    private bool MayRace(ref ExecutionGraph graph)
    {
        if (program.DataRaces?.Find(ref graph) is null)
        {
            return false;
        }

        MustOrder |= commuting;
        _stopped = true;
        return true;
    }

    private static bool AddersRead(ref ExecutionGraph graph, ulong adds)
    {
        for (ulong rest = graph.Present; rest != 0; rest &= rest - 1)
        {
            int number = BitOperations.TrailingZeroCount(rest);
            if ((graph.KindOf(number) & EventKind.Read) != 0 && (graph.OfThread[graph.Thread[number]] & adds) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool InsertAdd(ref ExecutionGraph graph, int thread, in Operation operation)
    {
        int last = graph.Last[thread];
        ulong causes = last < 0 ? 0 : graph.Causes[last] | ExecutionGraph.Bit(last);
        if ((graph.ReadsOf[operation.Location] & ~causes) != 0)
        {
            return OrderAdds(operation.Location);
        }

        int add = graph.Append(thread, operation.Location, EventKinds.OfAdd(operation), operation.Operand);
        graph.LinkAdd(add);
        TModel.TryInsert(ref graph, add);
        Advance(ref graph, thread, 0);
        return true;
    }

    private bool InsertObservation(int depth, ref ExecutionGraph graph, int thread, in Operation operation)
    {
        int location = operation.Location;
        ulong* sets = stackalloc ulong[MaxSets];
        int count = 1;
        sets[0] = graph.WritesTo[location] & graph.OfThread[thread];
        for (int other = 0; other < _threads; other++)
        {
            if (other != thread)
            {
                count = Extend(ref graph, other, location, sets, count);
            }
        }

        shuffle?.Shuffle(new Span<ulong>(sets, count));
        graph.Share /= count;
        for (int choice = 0; choice < count && !_stopped; choice++)
        {
            if (!IsClosed(ref graph, thread, location, sets[choice]))
            {
                sink.Cover(graph.Share);
                continue;
            }

            ref ExecutionGraph branch = ref At(depth + 1);
            branch = graph;
            if (Keeps(ref branch, TryObserve(ref branch, thread, operation, sets[choice])))
            {
                Descend(depth + 1);
            }
        }

        return false;
    }

    /// <summary>Combines each set with each number of first adds of a thread.</summary>
    private static int Extend(ref ExecutionGraph graph, int thread, int location, ulong* sets, int count)
    {
        ulong first = 0;
        int total = count;
        int* order = stackalloc int[ExecutionGraph.MaxEvents];
        int adds = 0;
        for (int number = graph.Last[thread]; number >= 0; number = graph.Previous[number])
        {
            if ((graph.WritesTo[location] & ExecutionGraph.Bit(number)) != 0)
            {
                order[adds++] = number;
            }
        }

        while (adds-- > 0)
        {
            first |= ExecutionGraph.Bit(order[adds]);
            for (int index = 0; index < count; index++)
            {
                if (total == MaxSets)
                {
                    throw new ExplorationException(
                        $"More than {MaxSets} sets of adds to one location: explore fewer writers, or with the graph equivalence.");
                }

                sets[total++] = sets[index] | first;
            }
        }

        return total;
    }

    /// <summary>
    /// A necessary condition, cheap enough to ask before the graph is copied: no add is missed that comes before one seen, or
    /// before what the thread did last; its plain writes apart, which a read may overtake.
    /// </summary>
    private static bool IsClosed(ref ExecutionGraph graph, int thread, int location, ulong adds)
    {
        int last = graph.Last[thread];
        while (last >= 0 && (graph.KindOf(last) & (EventKind.Write | EventKind.Update)) == EventKind.Write)
        {
            last = graph.Previous[last];
        }

        ulong before = last < 0 ? 0 : graph.Before[last] | ExecutionGraph.Bit(last);
        for (ulong rest = adds; rest != 0; rest &= rest - 1)
        {
            before |= graph.Before[BitOperations.TrailingZeroCount(rest)];
        }

        return (before & graph.WritesTo[location] & ~adds) == 0;
    }

    private bool TryObserve(ref ExecutionGraph graph, int thread, in Operation operation, ulong adds)
    {
        long value = program.SumOf(ref graph, operation.Location, adds);
        int read = graph.Append(thread, operation.Location, EventKinds.OfRead(operation, writes: false), value);
        graph.LinkObservation(read, adds);
        if (!TModel.TryInsert(ref graph, read))
        {
            return false;
        }

        Advance(ref graph, thread, value);
        return true;
    }
}
