using System.Runtime.CompilerServices;
using Exploration.Actors;
using Exploration.Division;
using Exploration.Graphs;
using Exploration.Models;
using Exploration.Programs;

namespace Exploration.Search;

/// <summary>
/// Visits every consistent execution graph of a program exactly once: the algorithm TruSt of Kokologiannakis, Marmanis,
/// Gladstein and Vafeiadis, "Truly Stateless, Optimal Dynamic Partial Order Reduction" (POPL 2022).
/// </summary>
/// <remarks>
/// Chosen because it is optimal (no execution twice, none begun in vain), needs no memory but the graph at hand, and
/// asks of a model only that its axioms survive taking events away. Events are added thread by thread. A read tries
/// every write that its thread has not seen overwritten; a write tries every place in modification order, and also
/// revisits each earlier read that could have read it: what came after the read and did not cause the write is taken
/// away again. Many paths would lead to the same revisit; only the one on which everything taken away had been added in
/// the most recent way (reads of the newest write, writes at the end) is followed, which makes the visit unique.
/// </remarks>
/// <typeparam name="TModel">The memory model.</typeparam>
/// <typeparam name="TSet">Sets of events: how many events the search can hold itself.</typeparam>
/// <param name="program">The program.</param>
/// <param name="results">Takes what is found.</param>
/// <param name="pool">Takes branches for workers that have nothing to do.</param>
/// <param name="shuffle">Makes the order of exploration; null for the natural one.</param>
/// <param name="commuting">Locations whose adds are left unordered.</param>
/// <param name="guesses">What reads may see ahead of its time; null for nothing.</param>
/// <param name="comparison">Whether both readings of a failed compare-and-swap are looked at; null for the
/// model's.</param>
/// <param name="wider">Takes graphs that have more events; null if there is no wider search.</param>
[SkipLocalsInit] // Its scratch space is written before it is read.
internal sealed unsafe partial class GraphSearch<TModel, TSet>(
    Program program, ResultCollector results, WorkPool pool, Random? shuffle, LocationSet commuting,
    LoadGuesses? guesses, SwapComparison? comparison,
    IGraphSearch? wider)
    : IGraphSearch
    where TModel : struct, IMemoryModel
    where TSet : unmanaged, IEventSet<TSet>
{
    private readonly List<ExecutionGraph<TSet>> _graphs = [];
    private readonly GraphShape _shape = program.ShapeOf<TModel>();
    private readonly int _threads = program.Replays.Length;
    private readonly ActorTree[] _trees = [.. program.Replays.Select(replay => replay.Tree)];
    private readonly long[] _memory = new long[program.Initial.Length];
    private bool _stopped;
    private int _deepest;
    private Branch? _taken;

    /// <inheritdoc/>
    public void Run()
    {
        while (!_stopped && pool.TryTake() is Branch branch)
        {
            Explore(branch, BranchReader.Read(branch, _threads));
        }

        if (_stopped)
        {
            pool.Stop();
        }
    }

    /// <inheritdoc/>
    public bool Explore<TOther>(Branch taken, ExecutionGraph<TOther> graph)
        where TOther : unmanaged, IEventSet<TOther>
    {
        _taken = taken;
        At(0).CopyFrom(graph);
        Visit(0);
        return !_stopped;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        wider?.Dispose();
        _graphs.ForEach(graph => graph.Dispose());
    }

    private void GoWider(ExecutionGraph<TSet> graph)
    {
        if (wider is null)
        {
            _stopped |= !results.Truncate(graph, IsReal(graph));
            return;
        }

        _stopped |= !wider.Explore(_taken!, graph);
        MustOrder |= wider.MustOrder;
    }

    private ExecutionGraph<TSet> At(int depth) => depth < _graphs.Count ? _graphs[depth] : Deeper(depth);

    private ExecutionGraph<TSet> Deeper(int depth)
    {
        while (_graphs.Count <= depth)
        {
            _graphs.Add(new ExecutionGraph<TSet>(_shape));
        }

        return _graphs[depth];
    }

    /// <summary>
    /// Visits a branch, or hands it to a worker that has nothing to do; not near the leaves, where that costs more.
    /// </summary>
    [MethodImpl(Compilation.AtOnce)]
    private void Descend(int depth)
    {
        if (_sample is not null)
        {
            _sample.Add(At(depth), _weight);
            return;
        }

        _deepest = Math.Max(_deepest, depth);
        if (pool.IsHungry && (2 * depth <= _deepest || pool.IsSplitting))
        {
            HandOver(At(depth));
        }
        else if (RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            Visit(depth);
        }
        else
        {
            _stopped |= !results.Truncate(At(depth), IsReal(At(depth)));
        }
    }

    [MethodImpl(Compilation.AtOnce)]
    private void Visit(int depth)
    {
        ExecutionGraph<TSet> graph = At(depth);
        while (!(_stopped |= results.MustStop || pool.IsStopped))
        {
            int thread = ChooseThread(graph, out EventKind begun);
            if (thread < 0)
            {
                Complete(depth, graph);
                return;
            }

            if (pool.IsClosed)
            {
                HandOver(graph);
                return;
            }

            if (graph.IsFull)
            {
                GoWider(graph);
                return;
            }

            if (!Perform(depth, graph, thread, begun))
            {
                return;
            }
        }
    }

    /// <summary>
    /// Adds what a thread does next, in one way to this graph and in every other way to a branch of it.
    /// </summary>
    /// <returns>Whether this graph goes on.</returns>
    [MethodImpl(Compilation.AtOnce)]
    private bool Perform(int depth, ExecutionGraph<TSet> graph, int thread, EventKind begun)
    {
        ref readonly Operation operation = ref _trees[thread][graph.Threads[thread].Next];
        bool commutes = operation.Location >= 0 && commuting.Contains(operation.Location);
        return operation.Kind switch
        {
            OperationKind.BlindAdd when commutes && MayCommute(operation) => InsertAdd(graph, thread, operation),
            OperationKind.Read when commutes => InsertObservation(depth, graph, thread, operation),
            _ when commutes => OrderAdds(operation.Location),
            OperationKind.Write => InsertWrite(depth, graph, thread, operation),
            OperationKind.Fence => InsertFence(graph, thread, operation.Ordering, returned: 0),
            _ when (begun & EventKind.Update) != 0 => InsertWrite(depth, graph, thread, operation),
            _ when begun != 0 =>
                InsertFence(graph, thread, Ordering.Full, graph.Events[graph.Threads[thread].Last].Value),
            _ => InsertRead(depth, graph, thread, operation),
        };
    }

    /// <summary>
    /// The two halves of an add are one event where it commutes. Under a model that keeps only some of program order,
    /// that is right of full fences alone.
    /// </summary>
    private static bool MayCommute(in Operation add) => !TModel.MayBufferLoads || add.Ordering == Ordering.Full;

    /// <summary>Whether a graph that is given up is a piece of an execution, as far as it has come.</summary>
    private bool IsReal<TOther>(ExecutionGraph<TOther> graph)
        where TOther : unmanaged, IEventSet<TOther> =>
        !TModel.MayBufferLoads
        || (graph.Guesses.IsEmpty && (Speculation.IsFree(graph)
            || (graph.Commuting.IsEmpty && _speculation!.Holds(graph))));

    [MethodImpl(Compilation.AtOnce)]
    private bool InsertFence(ExecutionGraph<TSet> graph, int thread, Ordering ordering, long returned)
    {
        if (TModel.Orders(ordering))
        {
            int inserted = graph.Append(thread, -1, EventKinds.OfFence(ordering), 0);
            TModel.TryInsert(graph, inserted);
            if (ordering != Ordering.Release && !KeepsGuesses(graph, thread))
            {
                return false;
            }
        }

        Advance(graph, thread, returned);
        return true;
    }

    [MethodImpl(Compilation.AtOnce)]
    private void Complete(int depth, ExecutionGraph<TSet> graph)
    {
        ulong waiting = WaitingIn(graph, out bool isEndless);
        if (isEndless)
        {
            _stopped |= !results.GiveUpLoop(graph, mayBeReal: IsReal(graph));
            return;
        }

        if (!graph.Guesses.IsEmpty)
        {
            Bind(depth, graph, waiting, bound: default);
            return;
        }

        if (TModel.MayBufferLoads && !(comparison is null ? IsExecution(graph) : IsExecutionOfBoth(graph)))
        {
            return;
        }

        if (commuting.IsEmpty || (MayLeaveUnordered(graph) && HasAddOrder(graph) && !MayRace(graph)))
        {
            _stopped |= !results.Take(graph, waiting);
        }

        if (comparison is not null)
        {
            CompareViolations();
        }
    }

    /// <summary>The threads that wait, as a set, and whether one of them loops in turns that cannot be cut.</summary>
    [MethodImpl(Compilation.AtOnce)]
    private ulong WaitingIn(ExecutionGraph<TSet> graph, out bool isEndless)
    {
        ulong waiting = 0;
        isEndless = false;
        for (int thread = 0; thread < _threads; thread++)
        {
            int next = graph.Threads[thread].Next;
            if (_trees[thread].KindOf(next) is OperationKind.Pause or OperationKind.Stick)
            {
                waiting |= 1UL << thread;
                isEndless |= program.Waits[thread].IsEndless(next);
            }
        }

        return waiting;
    }

    [MethodImpl(Compilation.AtOnce)]
    private void Advance(ExecutionGraph<TSet> graph, int thread, long returned)
    {
        ActorTree tree = _trees[thread];
        int next = tree.Find(graph.Threads[thread].Next, returned);
        if (next >= 0 && tree.KindOf(next) != OperationKind.Pause)
        {
            tree.Visit(next);
            graph.Threads[thread].Next = next;
            return;
        }

        if (next < 0)
        {
            for (int location = 0; location < _memory.Length; location++)
            {
                _memory[location] = program.FinalValue(graph, location);
            }
        }

        graph.Threads[thread].Next = program.Advance(thread, graph.Threads[thread].Next, returned, _memory);
    }

    private void Shuffle(short* items, int count) => shuffle?.Shuffle(new Span<short>(items, count));
}
