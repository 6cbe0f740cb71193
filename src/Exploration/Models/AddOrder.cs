using System.Numerics;
using System.Text;
using Exploration.Graphs;

namespace Exploration.Models;

/// <summary>
/// Searches an order for the adds of a finished graph that its model left unordered. Adds that nobody looks at commute, but each
/// still goes on with the release sequence of the one before it: leaving them unordered for good would allow what every order
/// of them forbids.
/// </summary>
/// <remarks>
/// First the likely case: a graph that one order of all accesses explains is consistent under every model, and that order
/// orders the adds. Else the graph is built again event by event, an add always behind the adds that are there, in every
/// order that the observations allow, until one is consistent.
/// </remarks>
/// <typeparam name="TModel">The model that judges the ordered graph.</typeparam>
internal unsafe ref struct AddOrder<TModel>
    where TModel : struct, IMemoryModel
{
    /// <summary>
    /// Partial orders to try before giving up by name. The graphs of the seqcount with three writers need fewer than a hundred.
    /// </summary>
    private const int MaxSteps = 1_000_000;

    private readonly ref ExecutionGraph _graph;
    private readonly HashSet<string> _failed = [];
    private int _steps;

    private AddOrder(ref ExecutionGraph graph) => _graph = ref graph;

    /// <summary>Whether some order of the adds makes the graph consistent.</summary>
    public static bool Exists(ref ExecutionGraph graph)
    {
        if (HasSequentialOrder(ref graph))
        {
            return true;
        }

        AddOrder<TModel> search = new(ref graph);
        ExecutionGraph ordered = default;
        ordered.Clear();
        sbyte* numbers = stackalloc sbyte[ExecutionGraph.MaxEvents];
        if (search.IsFirstOrderRight(ref ordered, numbers))
        {
            return true;
        }

        ordered.Clear();
        return search.Extend(ref ordered, numbers, done: 0);
    }

    /// <summary>Tries one order without a copy to come back to: it is right more often than not.</summary>
    private readonly bool IsFirstOrderRight(ref ExecutionGraph ordered, sbyte* numbers)
    {
        ulong done = 0;
        bool grows = true;
        while (grows)
        {
            if (!AppendAllButAdds(ref ordered, numbers, ref done))
            {
                return false;
            }

            grows = false;
            for (int thread = 0; thread < ExecutionGraph.MaxThreads && !grows; thread++)
            {
                int add = NextOf(thread, done);
                if (add >= 0 && IsAdd(add) && MayComeNow(add, done))
                {
                    if (!TryAppendAdd(ref ordered, numbers, add))
                    {
                        return false;
                    }

                    done |= ExecutionGraph.Bit(add);
                    grows = true;
                }
            }
        }

        return done == _graph.Present;
    }

    private static bool HasSequentialOrder(ref ExecutionGraph graph)
    {
        ulong left = graph.Present;
        bool shrinks = true;
        while (left != 0 && shrinks)
        {
            shrinks = false;
            for (ulong rest = left; rest != 0; rest &= rest - 1)
            {
                int number = BitOperations.TrailingZeroCount(rest);
                if ((Before(ref graph, number) & left) == 0)
                {
                    left &= ~ExecutionGraph.Bit(number);
                    shrinks = true;
                }
            }
        }

        return left == 0;
    }

    /// <summary>What one order of all accesses puts directly before an event.</summary>
    private static ulong Before(ref ExecutionGraph graph, int number)
    {
        int previous = graph.Previous[number];
        ulong before = previous < 0 ? 0 : ExecutionGraph.Bit(previous);
        if (graph.Location[number] < 0)
        {
            return before;
        }

        TotalOrder.Communication(ref graph, number, out ulong earlier, out _);
        bool isAdd = graph.IsCommuting(number) && (graph.KindOf(number) & EventKind.Write) != 0;
        return before | earlier | (isAdd ? Missed(ref graph, number) : 0);
    }

    /// <summary>The reads that have not seen an add.</summary>
    private static ulong Missed(ref ExecutionGraph graph, int add)
    {
        ulong missed = 0;
        for (ulong rest = graph.ReadsOf[graph.Location[add]]; rest != 0; rest &= rest - 1)
        {
            int read = BitOperations.TrailingZeroCount(rest);
            missed |= (graph.Observed[read] & ExecutionGraph.Bit(add)) == 0 ? ExecutionGraph.Bit(read) : 0;
        }

        return missed;
    }

    private bool Extend(ref ExecutionGraph ordered, sbyte* numbers, ulong done)
    {
        if (!AppendAllButAdds(ref ordered, numbers, ref done))
        {
            return false;
        }

        if (done == _graph.Present)
        {
            return true;
        }

        if (++_steps > MaxSteps)
        {
            throw new ExplorationException(
                "Too many orders of unobserved adds to try. Explore with the graph equivalence, which orders them as it goes.");
        }

        // Most searches succeed without a step back: describing a state waits until one has failed.
        if (_failed.Count > 0 && _failed.Contains(Describe(ref ordered, numbers, done)))
        {
            return false;
        }

        for (int thread = 0; thread < ExecutionGraph.MaxThreads; thread++)
        {
            int add = NextOf(thread, done);
            if (add >= 0 && IsAdd(add) && MayComeNow(add, done) && TryAdd(ref ordered, numbers, done, add))
            {
                return true;
            }
        }

        _failed.Add(Describe(ref ordered, numbers, done));
        return false;
    }

    private bool TryAdd(ref ExecutionGraph ordered, sbyte* numbers, ulong done, int add)
    {
        ExecutionGraph branch = ordered;
        sbyte* branchNumbers = stackalloc sbyte[ExecutionGraph.MaxEvents];
        new Span<sbyte>(numbers, ExecutionGraph.MaxEvents).CopyTo(new Span<sbyte>(branchNumbers, ExecutionGraph.MaxEvents));
        return TryAppendAdd(ref branch, branchNumbers, add) && Extend(ref branch, branchNumbers, done | ExecutionGraph.Bit(add));
    }

    private readonly bool TryAppendAdd(ref ExecutionGraph ordered, sbyte* numbers, int add)
    {
        int location = _graph.Location[add];
        int number = ordered.Append(_graph.Thread[add], location, _graph.KindOf(add) | EventKind.Read, 0);
        int last = ordered.LastWrite[location];
        ordered.LinkRead(number, last);
        ordered.LinkWrite(number, last);
        numbers[add] = (sbyte)number;
        return TModel.TryInsert(ref ordered, number);
    }

    /// <summary>An add comes behind all adds that a read saw which has not seen this one.</summary>
    private readonly bool MayComeNow(int add, ulong done)
    {
        for (ulong rest = Missed(ref _graph, add); rest != 0; rest &= rest - 1)
        {
            if ((_graph.Observed[BitOperations.TrailingZeroCount(rest)] & ~done) != 0)
            {
                return false;
            }
        }

        return true;
    }

    private readonly bool AppendAllButAdds(ref ExecutionGraph ordered, sbyte* numbers, ref ulong done)
    {
        bool grows = true;
        while (grows)
        {
            grows = false;
            for (int thread = 0; thread < ExecutionGraph.MaxThreads; thread++)
            {
                int next = NextOf(thread, done);
                while (next >= 0 && !IsAdd(next) && (Sources(next) & ~done) == 0)
                {
                    if (!TryAppend(ref ordered, numbers, next, done))
                    {
                        return false;
                    }

                    done |= ExecutionGraph.Bit(next);
                    grows = true;
                    next = NextOf(thread, done);
                }
            }
        }

        return true;
    }

    private readonly bool TryAppend(ref ExecutionGraph ordered, sbyte* numbers, int original, ulong done)
    {
        int location = _graph.Location[original];
        EventKind kind = _graph.KindOf(original);
        int number = ordered.Append(_graph.Thread[original], location, kind, 0);
        numbers[original] = (sbyte)number;
        if ((kind & EventKind.Read) != 0)
        {
            int write = _graph.IsCommuting(original) ? LastObserved(ref ordered, numbers, original) : _graph.ReadFrom[original];
            ordered.LinkRead(number, write < 0 ? write : numbers[write]);
        }
        else if ((kind & EventKind.Write) != 0)
        {
            int predecessor = _graph.PreviousWrite[original];
            while (predecessor >= 0 && (done & ExecutionGraph.Bit(predecessor)) == 0)
            {
                predecessor = _graph.PreviousWrite[predecessor];
            }

            ordered.LinkWrite(number, predecessor < 0 ? predecessor : numbers[predecessor]);
        }

        return TModel.TryInsert(ref ordered, number);
    }

    /// <summary>The last of the adds that a read has seen: they are the first ones of the order.</summary>
    private readonly int LastObserved(ref ExecutionGraph ordered, sbyte* numbers, int read)
    {
        int last = ExecutionGraph.Initial;
        for (ulong rest = _graph.Observed[read]; rest != 0; rest &= rest - 1)
        {
            int add = BitOperations.TrailingZeroCount(rest);
            if (last < 0 || (ordered.LaterWrites[numbers[last]] & ExecutionGraph.Bit(numbers[add])) != 0)
            {
                last = add;
            }
        }

        return last;
    }

    private readonly ulong Sources(int number)
    {
        if ((_graph.KindOf(number) & EventKind.Read) == 0)
        {
            return 0;
        }

        int write = _graph.ReadFrom[number];
        return _graph.IsCommuting(number) ? _graph.Observed[number] : write < 0 ? 0 : ExecutionGraph.Bit(write);
    }

    private readonly int NextOf(int thread, ulong done)
    {
        int next = -1;
        for (int number = _graph.Last[thread]; number >= 0 && (done & ExecutionGraph.Bit(number)) == 0; number = _graph.Previous[number])
        {
            next = number;
        }

        return next;
    }

    private readonly bool IsAdd(int number) => _graph.IsCommuting(number) && (_graph.KindOf(number) & EventKind.Write) != 0;

    /// <summary>What decides whether the rest can be ordered: what is there, and in which order its adds are.</summary>
    private readonly string Describe(ref ExecutionGraph ordered, sbyte* numbers, ulong done)
    {
        StringBuilder text = new($"{done:x}");
        sbyte* originals = stackalloc sbyte[ExecutionGraph.MaxEvents];
        for (ulong rest = done; rest != 0; rest &= rest - 1)
        {
            int number = BitOperations.TrailingZeroCount(rest);
            originals[numbers[number]] = (sbyte)number;
        }

        for (int location = 0; location < ExecutionGraph.MaxLocations; location++)
        {
            if ((_graph.Commuting >> location & 1) != 0)
            {
                for (int write = ordered.FirstWrite[location]; write >= 0; write = ordered.NextWrite[write])
                {
                    text.Append(' ').Append(originals[write]);
                }
            }
        }

        return text.ToString();
    }
}
