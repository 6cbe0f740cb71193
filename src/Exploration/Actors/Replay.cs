using Atomics.Programs;

namespace Exploration.Actors;

/// <summary>
/// Runs the code of one actor against a given history of read results and records what it does after it. Behind the history
/// the run goes on with guesses, the values that memory holds in the search's present graph, so that one run finds a whole
/// likely path; a wrong guess costs memory, never soundness.
/// </summary>
internal sealed class Replay
{
    /// <summary>Longest history of one actor: far more than the 64 events of a graph, barriers and pauses included.</summary>
    internal const int MaxOperations = 1024;

    private const int MaxGuesses = 32;
    private const int AlwaysRepeated = 64;
    private const int RepeatInterval = 64;
    private static readonly StopReplayException Stop = new();

    [ThreadStatic]
    private static Replay? _current;

    private readonly ScenarioInstance _instance;
    private readonly int _actor;
    private readonly Dictionary<nint, int> _locations;
    private readonly Dictionary<string, int> _resultIds = [];
    private readonly List<long[]> _results = [];
    private readonly List<string> _messages = [];
    private readonly long[] _guesses;
    private readonly long[] _initial;
    private readonly long[] _returned = new long[MaxOperations];
    private int _known;
    private int _depth;
    private int _last;
    private long _value;

    /// <summary>Prepares one actor.</summary>
    /// <param name="instance">The scenario instance.</param>
    /// <param name="actor">Index of the actor.</param>
    /// <param name="locations">Index of each location by its address.</param>
    /// <param name="initial">Initial values by location.</param>
    public Replay(ScenarioInstance instance, int actor, Dictionary<nint, int> locations, long[] initial)
    {
        _initial = initial;
        _instance = instance;
        _actor = actor;
        _locations = locations;
        _guesses = new long[instance.Locations.Count];
    }

    /// <summary>The replay that runs on this thread.</summary>
    /// <exception cref="ExplorationException">Model memory is used outside a search.</exception>
    public static Replay Current =>
        _current ?? throw new ExplorationException("ModelMemory is used outside a search: run the scenario through the explorer.");

    /// <summary>What is known of the actor.</summary>
    public ActorTree Tree { get; } = new();

    /// <summary>How often the actor's code has run.</summary>
    public long Runs { get; private set; }

    /// <summary>Registers by result id.</summary>
    public long[] ResultOf(int id) => _results[id];

    /// <summary>The message of an exception by id.</summary>
    public string MessageOf(int id) => _messages[id];

    /// <summary>
    /// The node that follows <paramref name="node"/> when it returns <paramref name="value"/>; runs the actor if nobody has
    /// been there before.
    /// </summary>
    /// <param name="node">A node of the tree, or -1 for the actor's first operation.</param>
    /// <param name="value">What the node's operation returns.</param>
    /// <param name="memory">What memory holds now, for the guesses behind the history.</param>
    public int Next(int node, long value, ReadOnlySpan<long> memory)
    {
        int next = node < 0 ? (Tree.Count > 0 ? 0 : -1) : Tree.Find(node, value);
        if (next >= 0)
        {
            return next;
        }

        Run(node, value, memory);
        if (Runs <= AlwaysRepeated || Runs % RepeatInterval == 0)
        {
            // Twice the same: an actor that depends on anything else does not get through, at least not often.
            Run(node, value, memory);
        }

        return node < 0 ? 0 : Tree.Find(node, value);
    }

    /// <summary>An access to a word by the running actor.</summary>
    /// <returns>What the word held before.</returns>
    public long Access(nint address, int sizeBytes, OperationKind kind, Ordering ordering, long operand, long comparand)
    {
        if (!_locations.TryGetValue(address, out int location) || _instance.Locations[location].SizeBytes != sizeBytes)
        {
            throw new ExplorationException(
                $"Actor '{Name}' touches a {sizeBytes}-byte word that the scenario does not declare. Declare every shared word as a location.");
        }

        if (_instance.Locations[location].IsConstant)
        {
            return ReadConstant(location, kind);
        }

        Operation operation = new(kind, ordering, location, operand, comparand);
        bool returns = operation.Reads && kind != OperationKind.BlindAdd;
        if (!Step(operation, out long value))
        {
            value = _guesses[location];
            _guesses[location] = operation.Apply(value, sizeBytes);
        }

        return _value = returns ? value : 0;
    }

    /// <summary>A word that never changes has one value whatever the order: reading it is no event.</summary>
    private long ReadConstant(int location, OperationKind kind) => kind == OperationKind.Read
        ? _initial[location]
        : throw new ExplorationException(
            $"Actor '{Name}' writes '{_instance.Locations[location].Name}', which the scenario declares as constant.");

    /// <summary>A barrier of the running actor.</summary>
    public void Fence(Ordering ordering)
    {
        Step(new Operation(OperationKind.Fence, ordering, -1), out _);
        _value = 0;
    }

    /// <summary>The running actor has ended a failed turn of a wait loop.</summary>
    public void Pause()
    {
        if (!Step(new Operation(OperationKind.Pause, Ordering.Plain, -1), out _))
        {
            throw Stop;
        }

        _value = 0;
    }

    private string Name => _instance.Actors[_actor].Name;

    private void Run(int node, long value, ReadOnlySpan<long> memory)
    {
        LoadHistory(node, value);
        memory.CopyTo(_guesses);
        Runs++;
        Actor actor = _instance.Actors[_actor];
        long[] registers = new long[actor.RegisterNames.Count];
        Replay? outer = _current;
        _current = this;
        try
        {
            actor.Body(registers);
            Record(new Operation(OperationKind.Finish, Ordering.Plain, -1), Intern(registers));
        }
        catch (StopReplayException)
        {
            // The run has found what it was for.
        }
        catch (Exception thrown) when (thrown is not ExplorationException)
        {
            Record(new Operation(OperationKind.Throw, Ordering.Plain, -1), Intern($"{Name} threw {thrown.GetType().Name}: {thrown.Message}"));
        }
        finally
        {
            _current = outer;
        }
    }

    private void LoadHistory(int node, long value)
    {
        _known = 0;
        for (int at = node; at >= 0; at = Tree.ParentOf(at))
        {
            _known++;
        }

        if (_known > MaxOperations)
        {
            throw new ExplorationException(
                $"Actor '{Name}' performs more than {MaxOperations} operations in one execution: it loops without progress. End each failed turn of a wait with Pause.");
        }

        int index = _known;
        for (int at = node; at >= 0; at = Tree.ParentOf(at))
        {
            _returned[--index] = value;
            value = Tree.ValueInto(at);
        }

        _depth = 0;
        _last = -1;
    }

    /// <summary>Takes note of one operation of the run.</summary>
    /// <returns>True if the history says what it returns.</returns>
    private bool Step(Operation operation, out long value)
    {
        if (_depth >= _known + MaxGuesses)
        {
            throw Stop;
        }

        Record(operation, result: 0);
        if (_depth++ < _known)
        {
            value = _returned[_depth - 1];
            return true;
        }

        value = 0;
        return false;
    }

    /// <summary>An operation that was seen here before must be the same again; a new one is recorded.</summary>
    private void Record(Operation operation, int result)
    {
        int node = _last < 0 ? (Tree.Count > 0 ? 0 : -1) : Tree.Find(_last, _value);
        if (node < 0)
        {
            node = Tree.Append(_last, _value, operation, result);
        }
        else if (Tree[node] != operation || (operation.IsEnd && Tree.ResultOf(node) != result))
        {
            throw new ExplorationException(
                $"Actor '{Name}' is not deterministic: after the same read results it did something else than before: {Tree[node].Kind} once, {operation.Kind} now, or with other operands or results. An actor must depend on what it reads from shared words only.");
        }

        _last = node;
    }

    private int Intern(string message)
    {
        int id = _messages.IndexOf(message);
        if (id < 0)
        {
            id = _messages.Count;
            _messages.Add(message);
        }

        return id;
    }

    private int Intern(long[] registers)
    {
        string key = string.Join(',', registers);
        if (!_resultIds.TryGetValue(key, out int id))
        {
            id = _results.Count;
            _results.Add(registers);
            _resultIds.Add(key, id);
        }

        return id;
    }

    private sealed class StopReplayException : Exception;
}
