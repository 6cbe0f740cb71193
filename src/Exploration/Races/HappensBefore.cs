using Exploration.Actors;
using Exploration.Graphs;
using Exploration.Programs;

namespace Exploration.Races;

/// <summary>
/// Happens-before of a finished execution, the same under every model: program order and synchronizes-with. A release
/// write, or a plain one behind a release fence, synchronizes, through the updates that follow it in modification
/// order, with an acquire read of it, or with an acquire fence behind a plain read.
/// </summary>
/// <remarks>
/// It is weaker than the orders of the models: a plain store and a plain load order nothing, even under sequential
/// consistency. Barriers that a model does not order are no events of its graphs; they are read off the actor's
/// operations. Adds that the search leaves unordered acquire nothing from each other here.
/// </remarks>
internal sealed unsafe class HappensBefore(Program program)
{
    private readonly int _threads = program.Replays.Length;
    private readonly ActorClock[] _clocks =
        [.. program.Replays.Select((_, thread) => new ActorClock(thread, program.Replays.Length))];

    private readonly List<int>[] _operations = [.. program.Replays.Select(_ => new List<int>())];
    private readonly List<int>[] _events = [.. program.Replays.Select(_ => new List<int>())];
    private readonly int[] _nextEvent = new int[program.Replays.Length];
    private readonly int[]?[] _released = new int[]?[GraphLimits.MaxEvents];
    private readonly int[]?[] _published = new int[]?[GraphLimits.MaxEvents];
    private readonly List<(int[] Seen, int Source)> _throughReferences = [];
    private readonly List<int>[] _sources = [.. program.Replays.Select(_ => new List<int>())];
    private readonly List<DataAccess> _accesses = [];
    private readonly List<int>[] _unseen = [.. program.Replays.Select(_ => new List<int>())];

    private readonly List<int[]>[] _clocksAfter = [.. program.Replays.Select(_ => new List<int[]>())];

    /// <summary>Whether <see cref="SeenAfter"/> is asked for.</summary>
    public bool Remembers { get; init; }

    /// <summary>Of each actor, how many operations happen before what a thread does behind some of its own.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="operations">How many of its operations have been.</param>
    public ReadOnlySpan<int> SeenAfter(int thread, int operations) =>
        operations == 0 ? new int[_threads] : _clocksAfter[thread][operations - 1];

    /// <summary>Which operations of a thread, from 1, are marks: the begins and the ends of its calls in
    /// turn.</summary>
    public int[] MarksOf(int thread)
    {
        ActorTree tree = program.Replays[thread].Tree;
        return [.. Enumerable.Range(0, _operations[thread].Count)
            .Where(index => tree[_operations[thread][index]] is { Kind: OperationKind.Fence, Ordering: Ordering.Plain })
            .Select(index => index + 1)];
    }

    /// <summary>The accesses to data words, and what happens before each.</summary>
    public IReadOnlyList<DataAccess> Follow<TSet>(ExecutionGraph<TSet> graph)
        where TSet : unmanaged, IEventSet<TSet>
    {
        _accesses.Clear();
        Array.Clear(_released);
        Array.Clear(_published);
        _throughReferences.Clear();
        Array.ForEach(_clocksAfter, clocks => clocks.Clear());
        Array.ForEach(_sources, sources => sources.Clear());
        for (int thread = 0; thread < _threads; thread++)
        {
            Load(graph, thread);
        }

        bool moves = true;
        while (moves)
        {
            moves = false;
            for (int thread = 0; thread < _threads; thread++)
            {
                while (_clocks[thread].Position < _operations[thread].Count && TryPerform(graph, thread))
                {
                    moves = true;
                    if (Remembers)
                    {
                        _clocksAfter[thread].Add([.. _clocks[thread].Seen]);
                    }
                }
            }
        }

        // Publication: what was done to an object before its reference was stored comes before what is done through
        // that reference.
        foreach ((int[] seen, int source) in _throughReferences)
        {
            ActorClock.Join(seen, _published[source] ?? seen);
        }

        return Enumerable.Range(0, _threads).All(thread => _clocks[thread].Position == _operations[thread].Count)
            ? _accesses
            : throw new InvalidOperationException("Happens-before of an execution has a cycle.");
    }

    private void Load<TSet>(ExecutionGraph<TSet> graph, int thread)
        where TSet : unmanaged, IEventSet<TSet>
    {
        ActorTree tree = program.Replays[thread].Tree;
        List<int> operations = _operations[thread];
        operations.Clear();
        for (int node = tree.ParentOf(graph.Threads[thread].Next); node >= 0; node = tree.ParentOf(node))
        {
            operations.Add(node);
        }

        List<int> events = _events[thread];
        events.Clear();
        for (int number = graph.Threads[thread].Last; number >= 0; number = graph.Events[number].Previous)
        {
            events.Add(number);
        }

        operations.Reverse();
        events.Reverse();
        _unseen[thread].Clear();
        _nextEvent[thread] = 0;
        _clocks[thread].Clear();
    }

    /// <summary>Performs a thread's next operation, unless it reads a write that has not been performed yet.</summary>
    private bool TryPerform<TSet>(ExecutionGraph<TSet> graph, int thread)
        where TSet : unmanaged, IEventSet<TSet>
    {
        ActorClock clock = _clocks[thread];
        int node = _operations[thread][clock.Position];
        Operation operation = program.Replays[thread].Tree[node];
        int read = -1;
        int write = -1;
        int next = _nextEvent[thread];
        for (; next < _events[thread].Count && graph.Events[_events[thread][next]].Node == node; next++)
        {
            int number = _events[thread][next];
            read = (graph.KindOf(number) & EventKind.Read) != 0 ? number : read;
            write = (graph.KindOf(number) & EventKind.Write) != 0 ? number : write;
        }

        int[] acquirable = new int[_threads];
        bool isFence = operation.Kind == OperationKind.Fence;
        bool isPlain = !isFence && (operation.Ordering & (Ordering.Acquire | Ordering.Full)) == 0 && write < 0;
        bool acquires = isFence
            ? operation.Ordering is Ordering.Acquire or Ordering.Full
            : operation.Ordering == Ordering.Full;
        if (acquires && !TryCatchUp(graph, thread))
        {
            return false;
        }

        if (read >= 0 && !TryCollect(graph, read, acquirable))
        {
            if (!isPlain)
            {
                return false;
            }

            // A plain read may see a write that it causes; what that releases matters to a barrier only.
            _unseen[thread].Add(read);
            Array.Clear(acquirable);
        }

        _nextEvent[thread] = next;
        _sources[thread].Add(read >= 0 && !graph.IsCommuting(read) ? graph.Events[read].ReadFrom : GraphLimits.Initial);
        clock.Begin();
        if (isFence)
        {
            Fence(clock, operation.Ordering);
        }
        else if (operation.Location >= 0)
        {
            Access(clock, operation, thread, read, write, acquirable);
        }

        return true;
    }

    /// <summary>Reads what earlier plain reads have read before it was performed; false if it still is not.</summary>
    private bool TryCatchUp<TSet>(ExecutionGraph<TSet> graph, int thread)
        where TSet : unmanaged, IEventSet<TSet>
    {
        int[] released = new int[_threads];
        foreach (int read in _unseen[thread])
        {
            if (!TryCollect(graph, read, released))
            {
                return false;
            }
        }

        _clocks[thread].Read(released, acquires: false);
        _unseen[thread].Clear();
        return true;
    }

    private static void Fence(ActorClock clock, Ordering ordering)
    {
        if (ordering is Ordering.Acquire or Ordering.Full)
        {
            clock.AcquireFence();
        }

        if (ordering is Ordering.Release or Ordering.Full)
        {
            clock.ReleaseFence();
        }
    }

    private void Access(ActorClock clock, in Operation operation, int thread, int read, int write, int[] acquirable)
    {
        bool isFull = operation.Ordering == Ordering.Full;
        if (isFull)
        {
            clock.AcquireFence();
        }

        if (read >= 0)
        {
            clock.Read(acquirable, isFull || operation.Ordering == Ordering.Acquire);
        }

        if (program.Locations[operation.Location].IsData && (program.Code is null
            || operation.Ordering == Ordering.Plain))
        {
            int[] seen = [.. clock.Seen];
            if (operation.Through >= 0 && _sources[thread][operation.Through] is int source and >= 0)
            {
                _throughReferences.Add((seen, source));
            }

            _accesses.Add(new DataAccess(operation.Location, thread, clock.Position, read >= 0
                ? read
                : write, write >= 0, seen));
        }

        if (write >= 0)
        {
            // An update goes on with the release sequence that it has read: acquirable is what it has.
            int[] released = operation.IsReadModifyWrite ? acquirable : new int[_threads];
            clock.Write(released, isFull || operation.Ordering == Ordering.Release);
            _released[write] = released;
            _published[write] = program.Words.Length > 0 && program.Words[operation.Location].HoldsReference
                ? [.. clock.Seen]
                : null;
        }

        if (isFull)
        {
            clock.ReleaseFence();
        }
    }

    /// <summary>
    /// What the write that a read reads has released, or the adds that it has seen; false if one is still to come.
    /// </summary>
    private bool TryCollect<TSet>(ExecutionGraph<TSet> graph, int read, int[] acquirable)
        where TSet : unmanaged, IEventSet<TSet>
    {
        if (!graph.IsCommuting(read))
        {
            return graph.Events[read].ReadFrom < 0 || TryCollect(graph.Events[read].ReadFrom, acquirable);
        }

        foreach (int add in graph.Events[read].Observed)
        {
            if (!TryCollect(add, acquirable))
            {
                return false;
            }
        }

        return true;
    }

    private bool TryCollect(int write, int[] acquirable)
    {
        if (_released[write] is not int[] released)
        {
            return false;
        }

        ActorClock.Join(acquirable, released);
        return true;
    }
}
