using System.Numerics;
using Exploration.Actors;
using Exploration.Graphs;
using Exploration.Models;

namespace Exploration.Search;

/// <summary>
/// Visits every consistent execution graph of a program exactly once: the algorithm TruSt of Kokologiannakis, Marmanis,
/// Gladstein and Vafeiadis, "Truly Stateless, Optimal Dynamic Partial Order Reduction" (POPL 2022).
/// </summary>
/// <remarks>
/// Chosen because it is optimal (no execution twice, none begun in vain), needs no memory but the graph at hand, and asks of a
/// model only that its axioms survive taking events away. Events are added thread by thread. A read tries every
/// write that exists; a write tries every place in modification order, and also revisits each earlier read that could have
/// read it: what came after the read and did not cause the write is taken away again. Many paths would lead to the same revisit;
/// only the one on which everything taken away had been added in the most recent way (reads of the newest write, writes at
/// the end) is followed, which makes the visit unique.
/// </remarks>
internal sealed unsafe partial class GraphSearch<TModel>(
    Program program, IGraphSink sink, WorkPool pool, Random? shuffle, ulong commuting)
    where TModel : struct, IMemoryModel
{
    private readonly List<GraphBox> _pool = [];
    private readonly int _threads = program.Replays.Length;
    private readonly long[] _memory = new long[program.Initial.Length];
    private bool _stopped;
    private int _deepest;

    /// <summary>Visits graphs until the pool says that all have been visited, or the sink ends the search.</summary>
    public void Run()
    {
        while (!_stopped && pool.TryTake(ref At(0)))
        {
            Adopt(ref At(0));
            Visit(0);
        }

        if (_stopped)
        {
            pool.Stop();
        }
    }

    private ref ExecutionGraph At(int depth)
    {
        while (_pool.Count <= depth)
        {
            _pool.Add(new GraphBox());
        }

        return ref _pool[depth].Graph;
    }

    /// <summary>Visits a branch, or hands it to a worker that has nothing to do; not near the leaves, where that costs more.</summary>
    private void Descend(int depth)
    {
        _deepest = Math.Max(_deepest, depth);
        if (pool.IsHungry && 2 * depth <= _deepest)
        {
            pool.Give(ref At(depth));
            return;
        }

        Visit(depth);
    }

    private void Visit(int depth)
    {
        ref ExecutionGraph graph = ref At(depth);
        while (!(_stopped |= sink.MustStop || pool.IsStopped))
        {
            int thread = ChooseThread(ref graph, out EventKind begun);
            if (thread < 0)
            {
                Complete(ref graph);
                return;
            }

            ref readonly Operation operation = ref program.Replays[thread].Tree[graph.Next[thread]];
            bool commutes = operation.Location >= 0 && (commuting >> operation.Location & 1) != 0;
            bool goesOn = operation.Kind switch
            {
                OperationKind.BlindAdd when commutes => InsertAdd(ref graph, thread, operation),
                OperationKind.Read when commutes => InsertObservation(depth, ref graph, thread, operation),
                _ when commutes => OrderAdds(operation.Location),
                OperationKind.Write => InsertWrite(depth, ref graph, thread, operation),
                OperationKind.Fence => InsertFence(ref graph, thread, operation.Ordering, returned: 0),
                _ when (begun & EventKind.Update) != 0 => InsertWrite(depth, ref graph, thread, operation),
                _ when begun != 0 => InsertFence(ref graph, thread, Ordering.Full, graph.Value[graph.Last[thread]]),
                _ => InsertRead(depth, ref graph, thread, operation),
            };
            if (!goesOn)
            {
                return;
            }
        }
    }

    /// <summary>
    /// The thread that goes on: one in the middle of an update; else one that does not read next, so that reads find as many
    /// writes as possible and revisits stay rare; else the first.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <param name="begun">What the read was that the thread's present operation began with; 0 if it has not begun.</param>
    private int ChooseThread(ref ExecutionGraph graph, out EventKind begun)
    {
        int reader = -1;
        int other = -1;
        for (int thread = _threads - 1; thread >= 0; thread--)
        {
            int last = graph.Last[thread];
            if (last >= 0 && graph.Node[last] == graph.Next[thread])
            {
                begun = graph.KindOf(last);
                return thread;
            }

            ref readonly Operation next = ref program.Replays[thread].Tree[graph.Next[thread]];
            if (next.Kind >= OperationKind.Pause)
            {
                continue;
            }

            if (next.Kind is OperationKind.Write or OperationKind.Fence
                || (next.Kind == OperationKind.BlindAdd && (commuting >> next.Location & 1) != 0))
            {
                other = thread;
            }
            else
            {
                reader = thread;
            }
        }

        begun = EventKind.None;
        return other >= 0 ? other : reader;
    }

    private bool InsertFence(ref ExecutionGraph graph, int thread, Ordering ordering, long returned)
    {
        if (TModel.Orders(ordering))
        {
            int inserted = graph.Append(thread, -1, EventKinds.OfFence(ordering), 0);
            TModel.TryInsert(ref graph, inserted);
        }

        Advance(ref graph, thread, returned);
        return true;
    }

    private bool InsertRead(int depth, ref ExecutionGraph graph, int thread, in Operation operation)
    {
        int location = operation.Location;
        sbyte* choices = stackalloc sbyte[ExecutionGraph.MaxEvents + 1];
        int count = 0;
        for (int write = graph.LastWrite[location]; ; write = graph.PreviousWrite[write])
        {
            choices[count++] = (sbyte)write;
            if (write < 0)
            {
                break;
            }
        }

        Shuffle(choices, count);
        graph.Share /= count;
        for (int choice = 0; choice < count - 1 && !_stopped; choice++)
        {
            ref ExecutionGraph branch = ref At(depth + 1);
            branch = graph;
            if (Keeps(ref branch, TryRead(ref branch, thread, operation, choices[choice])))
            {
                Descend(depth + 1);
            }
        }

        return Keeps(ref graph, TryRead(ref graph, thread, operation, choices[count - 1]));
    }

    /// <summary>A branch that is not consistent is covered at once.</summary>
    private bool Keeps(ref ExecutionGraph branch, bool isConsistent)
    {
        if (!isConsistent)
        {
            sink.Cover(branch.Share);
        }

        return isConsistent;
    }

    private bool TryRead(ref ExecutionGraph graph, int thread, in Operation operation, int write)
    {
        long value = write < 0 ? program.Initial[operation.Location] : graph.Value[write];
        bool writes = operation.WritesAfter(value);
        int read = graph.Append(thread, operation.Location, EventKinds.OfRead(operation, writes), value);
        graph.LinkRead(read, write);
        if (!TModel.TryInsert(ref graph, read))
        {
            return false;
        }

        if (operation.Kind == OperationKind.Read)
        {
            Advance(ref graph, thread, value);
        }

        return true;
    }

    private bool InsertWrite(int depth, ref ExecutionGraph graph, int thread, in Operation operation)
    {
        int last = graph.Last[thread];
        ulong causes = last < 0 ? 0 : graph.Causes[last] | ExecutionGraph.Bit(last);
        ulong revisitable = graph.ReadsOf[operation.Location] & ~causes;
        sbyte* choices = stackalloc sbyte[ExecutionGraph.MaxEvents + 1];
        int count = WritePlaces(ref graph, thread, operation, choices);
        graph.Share /= Math.Max(1, count + BitOperations.PopCount(revisitable));
        for (ulong rest = revisitable; rest != 0 && !_stopped; rest &= rest - 1)
        {
            Revisit(depth, ref graph, thread, operation, causes, BitOperations.TrailingZeroCount(rest));
        }

        for (int choice = 0; choice < count - 1 && !_stopped; choice++)
        {
            ref ExecutionGraph branch = ref At(depth + 1);
            branch = graph;
            if (Keeps(ref branch, TryWrite(ref branch, thread, operation, choices[choice])))
            {
                Descend(depth + 1);
            }
        }

        return count > 0 && Keeps(ref graph, TryWrite(ref graph, thread, operation, choices[count - 1]));
    }

    /// <summary>
    /// The writes behind which a write may come in modification order: for an update the one that it has read, for a plain write
    /// any; but never one that an update follows, since an update comes right after what it read.
    /// </summary>
    private int WritePlaces(ref ExecutionGraph graph, int thread, in Operation operation, sbyte* places)
    {
        int count = 0;
        int location = operation.Location;
        if (operation.IsReadModifyWrite)
        {
            int read = graph.ReadFrom[graph.Last[thread]];
            int next = read < 0 ? graph.FirstWrite[location] : graph.NextWrite[read];
            if (next < 0 || (graph.KindOf(next) & EventKind.Update) == 0)
            {
                places[count++] = (sbyte)read;
            }

            return count;
        }

        int successor = -1;
        for (int write = graph.LastWrite[location]; ; write = graph.PreviousWrite[write])
        {
            if (successor < 0 || (graph.KindOf(successor) & EventKind.Update) == 0)
            {
                places[count++] = (sbyte)write;
            }

            if (write < 0)
            {
                break;
            }

            successor = write;
        }

        Shuffle(places, count);
        return count;
    }

    private bool TryWrite(ref ExecutionGraph graph, int thread, in Operation operation, int predecessor)
    {
        if (!TryPlace(ref graph, thread, operation, predecessor, out long returned))
        {
            return false;
        }

        Advance(ref graph, thread, returned);
        return true;
    }

    private bool TryPlace(ref ExecutionGraph graph, int thread, in Operation operation, int predecessor, out long returned)
    {
        long old = operation.IsReadModifyWrite ? graph.Value[graph.Last[thread]] : 0;
        long value = operation.Apply(old, program.SizeOf(operation.Location));
        returned = operation.Kind == OperationKind.BlindAdd ? 0 : old;
        int write = graph.Append(thread, operation.Location, EventKinds.OfWrite(operation), value);
        graph.LinkWrite(write, predecessor);
        return TModel.TryInsert(ref graph, write);
    }

    private void Complete(ref ExecutionGraph graph)
    {
        ulong waiting = 0;
        for (int thread = 0; thread < _threads; thread++)
        {
            if (program.Replays[thread].Tree[graph.Next[thread]].Kind == OperationKind.Pause)
            {
                waiting |= 1UL << thread;
            }
        }

        sink.Cover(graph.Share);
        if (commuting == 0 || (MayLeaveUnordered(ref graph) && TModel.HasAddOrder(ref graph) && !MayRace(ref graph)))
        {
            _stopped |= !sink.Take(ref graph, waiting);
        }
    }

    private void Advance(ref ExecutionGraph graph, int thread, long returned)
    {
        Replay replay = program.Replays[thread];
        int next = replay.Tree.Find(graph.Next[thread], returned);
        if (next < 0)
        {
            for (int location = 0; location < _memory.Length; location++)
            {
                _memory[location] = program.FinalValue(ref graph, location);
            }

            next = replay.Next(graph.Next[thread], returned, _memory);
        }

        graph.Next[thread] = replay.Tree[next].Kind == OperationKind.Pause ? program.Waits[thread].Skip(next) : next;
    }

    private void Shuffle(sbyte* items, int count) => shuffle?.Shuffle(new Span<sbyte>(items, count));

    private sealed class GraphBox
    {
        public ExecutionGraph Graph;
    }
}
