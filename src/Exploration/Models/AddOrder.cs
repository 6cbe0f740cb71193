using System.Runtime.CompilerServices;
using System.Text;
using Exploration.Graphs;

namespace Exploration.Models;

/// <summary>
/// Searches an order for the adds of a finished graph that its model left unordered. Adds that nobody looks at commute,
/// but each still goes on with the release sequence of the one before it: leaving them unordered for good would allow
/// what every order of them forbids.
/// </summary>
/// <remarks>
/// First the likely case: a graph that one order of all accesses explains is consistent under every model, and that
/// order orders the adds. Else the graph is built again event by event, an add always behind the adds that are there,
/// in every order that the observations allow, until one is consistent.
/// </remarks>
/// <typeparam name="TModel">The model that judges the ordered graph.</typeparam>
/// <typeparam name="TSet">Sets of events.</typeparam>
internal sealed unsafe class AddOrder<TModel, TSet>
    where TModel : struct, IMemoryModel
    where TSet : unmanaged, IEventSet<TSet>
{
    /// <summary>
    /// Partial orders to try before an execution is given up. The graphs of the seqcount with three writers
    /// need fewer than a hundred.
    /// </summary>
    private const int MaxSteps = 2_000;

    private readonly ExecutionGraph<TSet> _graph;
    private readonly HashSet<string> _failed = [];
    private int _steps;

    private AddOrder(ExecutionGraph<TSet> graph) => _graph = graph;

    /// <summary>Whether some order of the adds makes the graph consistent; null if there are too many to try.</summary>
    public static bool? Exists(ExecutionGraph<TSet> graph)
    {
        if (HasSequentialOrder(graph))
        {
            return true;
        }

        AddOrder<TModel, TSet> search = new(graph);
        using ExecutionGraph<TSet> ordered = new(graph.Shape);
        short* numbers = stackalloc short[graph.Present.Length()];
        if (search.IsFirstOrderRight(ordered, numbers))
        {
            return true;
        }

        ordered.Clear();
        bool exists = search.Extend(ordered, numbers, done: default);
        return search._steps > MaxSteps ? null : exists;
    }

    /// <summary>Tries one order without a copy to come back to: it is right more often than not.</summary>
    [MethodImpl(Compilation.AtOnce)]
    private bool IsFirstOrderRight(ExecutionGraph<TSet> ordered, short* numbers)
    {
        TSet done = default;
        bool grows = true;
        while (grows)
        {
            if (!AppendAllButAdds(ordered, numbers, ref done))
            {
                return false;
            }

            grows = false;
            for (int thread = 0; thread < _graph.Shape.Threads && !grows; thread++)
            {
                int add = NextOf(thread, done);
                if (add >= 0 && IsAdd(add) && MayComeNow(add, done))
                {
                    if (!TryAppendAdd(ordered, numbers, add))
                    {
                        return false;
                    }

                    done |= EventSets.Of<TSet>(add);
                    grows = true;
                }
            }
        }

        return !_graph.Present.Meets(~done);
    }

    [MethodImpl(Compilation.AtOnce)]
    private static bool HasSequentialOrder(ExecutionGraph<TSet> graph)
    {
        TSet left = graph.Present;
        bool shrinks = true;
        while (!left.IsEmpty && shrinks)
        {
            shrinks = false;
            foreach (int number in left)
            {
                if (!Before(graph, number).Meets(left))
                {
                    left &= ~EventSets.Of<TSet>(number);
                    shrinks = true;
                }
            }
        }

        return left.IsEmpty;
    }

    /// <summary>What one order of all accesses puts directly before an event.</summary>
    [MethodImpl(Compilation.AtOnce)]
    private static TSet Before(ExecutionGraph<TSet> graph, int number)
    {
        int previous = graph.Events[number].Previous;
        TSet before = previous < 0 ? default : EventSets.Of<TSet>(previous);
        if (graph.Events[number].Location < 0)
        {
            return before;
        }

        TotalOrder.Communication(graph, number, out TSet earlier, out _);
        bool isAdd = graph.IsCommuting(number) && (graph.KindOf(number) & EventKind.Write) != 0;
        return before | earlier | (isAdd ? Missed(graph, number) : default);
    }

    /// <summary>The reads that have not seen an add.</summary>
    [MethodImpl(Compilation.AtOnce)]
    private static TSet Missed(ExecutionGraph<TSet> graph, int add)
    {
        TSet missed = default;
        foreach (int read in graph.Locations[graph.Events[add].Location].Reads)
        {
            missed |= graph.Events[read].Observed.Contains(add) ? default : EventSets.Of<TSet>(read);
        }

        return missed;
    }

    private bool Extend(ExecutionGraph<TSet> ordered, short* numbers, TSet done)
    {
        if (!AppendAllButAdds(ordered, numbers, ref done))
        {
            return false;
        }

        if (!_graph.Present.Meets(~done))
        {
            return true;
        }

        if (_steps > MaxSteps || ++_steps > MaxSteps)
        {
            return false;
        }

        // Most searches succeed without a step back: describing a state waits until one has failed.
        if (_failed.Count > 0 && _failed.Contains(Describe(ordered, numbers, done)))
        {
            return false;
        }

        for (int thread = 0; thread < _graph.Shape.Threads; thread++)
        {
            int add = NextOf(thread, done);
            if (add >= 0 && IsAdd(add) && MayComeNow(add, done) && TryAdd(ordered, numbers, done, add))
            {
                return true;
            }
        }

        _failed.Add(Describe(ordered, numbers, done));
        return false;
    }

    private bool TryAdd(ExecutionGraph<TSet> ordered, short* numbers, TSet done, int add)
    {
        using ExecutionGraph<TSet> branch = new(_graph.Shape);
        branch.CopyFrom(ordered);
        int length = _graph.Present.Length();
        short* branchNumbers = stackalloc short[length];
        new Span<short>(numbers, length).CopyTo(new Span<short>(branchNumbers, length));
        return TryAppendAdd(branch, branchNumbers, add)
            && Extend(branch, branchNumbers, done | EventSets.Of<TSet>(add));
    }

    [MethodImpl(Compilation.AtOnce)]
    private bool TryAppendAdd(ExecutionGraph<TSet> ordered, short* numbers, int add)
    {
        int location = _graph.Events[add].Location;
        int number = ordered.Append(_graph.Events[add].Thread, location, _graph.KindOf(add) | EventKind.Read, 0);
        int last = ordered.Locations[location].LastWrite;
        ordered.LinkRead(number, last);
        ordered.LinkWrite(number, last);
        numbers[add] = (short)number;
        return TModel.TryInsert(ordered, number);
    }

    /// <summary>An add comes behind all adds that a read saw which has not seen this one.</summary>
    [MethodImpl(Compilation.AtOnce)]
    private bool MayComeNow(int add, TSet done)
    {
        foreach (int number in Missed(_graph, add))
        {
            if (_graph.Events[number].Observed.Meets(~done))
            {
                return false;
            }
        }

        return true;
    }

    [MethodImpl(Compilation.AtOnce)]
    private bool AppendAllButAdds(ExecutionGraph<TSet> ordered, short* numbers, ref TSet done)
    {
        bool grows = true;
        while (grows)
        {
            grows = false;
            for (int thread = 0; thread < _graph.Shape.Threads; thread++)
            {
                int next = NextOf(thread, done);
                while (next >= 0 && !IsAdd(next) && !Sources(next).Meets(~done))
                {
                    if (!TryAppend(ordered, numbers, next, done))
                    {
                        return false;
                    }

                    done |= EventSets.Of<TSet>(next);
                    grows = true;
                    next = NextOf(thread, done);
                }
            }
        }

        return true;
    }

    [MethodImpl(Compilation.AtOnce)]
    private bool TryAppend(ExecutionGraph<TSet> ordered, short* numbers, int original, TSet done)
    {
        int location = _graph.Events[original].Location;
        EventKind kind = _graph.KindOf(original);
        int through = _graph.Events[original].Through;
        int number = ordered.Append(
            _graph.Events[original].Thread, location, kind, _graph.Events[original].Value, through < 0
                ? through
                : numbers[through]);
        numbers[original] = (short)number;
        if ((kind & EventKind.Read) != 0)
        {
            int write = _graph.IsCommuting(original)
                ? LastObserved(ordered, numbers, original)
                : _graph.Events[original].ReadFrom;
            ordered.LinkRead(number, write < 0 ? write : numbers[write]);
        }
        else if ((kind & EventKind.Write) != 0)
        {
            int predecessor = _graph.Events[original].PreviousWrite;
            while (predecessor >= 0 && !done.Contains(predecessor))
            {
                predecessor = _graph.Events[predecessor].PreviousWrite;
            }

            ordered.LinkWrite(number, predecessor < 0 ? predecessor : numbers[predecessor]);
        }

        return TModel.TryInsert(ordered, number);
    }

    /// <summary>The last of the adds that a read has seen: they are the first ones of the order.</summary>
    [MethodImpl(Compilation.AtOnce)]
    private int LastObserved(ExecutionGraph<TSet> ordered, short* numbers, int read)
    {
        int last = GraphLimits.Initial;
        foreach (int add in _graph.Events[read].Observed)
        {
            if (last < 0 || ordered.Events[numbers[last]].LaterWrites.Contains(numbers[add]))
            {
                last = add;
            }
        }

        return last;
    }

    private TSet Sources(int number)
    {
        if ((_graph.KindOf(number) & EventKind.Read) == 0)
        {
            return default;
        }

        int write = _graph.Events[number].ReadFrom;
        return _graph.IsCommuting(number)
            ? _graph.Events[number].Observed
            : write < 0 ? default : EventSets.Of<TSet>(write);
    }

    [MethodImpl(Compilation.AtOnce)]
    private int NextOf(int thread, TSet done)
    {
        int next = -1;
        for (int number = _graph.Threads[thread].Last; number >= 0 && !done.Contains(number);
            number = _graph.Events[number].Previous)
        {
            next = number;
        }

        return next;
    }

    private bool IsAdd(int number) => _graph.IsCommuting(number) && (_graph.KindOf(number) & EventKind.Write) != 0;

    /// <summary>What decides whether the rest can be ordered: what is there, and in which order its adds are.</summary>
    private string Describe(ExecutionGraph<TSet> ordered, short* numbers, TSet done)
    {
        StringBuilder text = new();
        short* originals = stackalloc short[_graph.Present.Length()];
        for (int index = 0; index < TSet.Words; index++)
        {
            text.Append($"{done.Word(index):x},");
        }

        foreach (int number in done)
        {
            originals[numbers[number]] = (short)number;
        }

        for (int location = 0; location < _graph.Shape.Locations; location++)
        {
            if (_graph.Commuting.Contains(location))
            {
                for (int write = ordered.Locations[location].FirstWrite; write >= 0;
                    write = ordered.Events[write].NextWrite)
                {
                    text.Append(' ').Append(originals[write]);
                }
            }
        }

        return text.ToString();
    }
}
