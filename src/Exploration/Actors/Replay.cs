using System.Collections.Concurrent;

namespace Exploration.Actors;

/// <summary>
/// Runs the code of one actor against a given history of read results and records what it does after it. Behind the
/// history the run goes on with guesses, the values that memory holds in the search's present graph, so that one run
/// finds a whole likely path; a wrong guess costs memory, never soundness.
/// </summary>
internal sealed class Replay : RunDriver
{
    /// <summary>
    /// Longest history of one actor: far more than the events of a graph, barriers and pauses included.
    /// </summary>
    internal const int MaxOperations = 1 << 14;

    private const int MaxGuesses = 32;
    private const int AlwaysRepeated = 64;
    private const int RepeatInterval = 64;

    private readonly ActorRunner _own;
    private readonly ActorRunner _among;
    private readonly int[] _sizes;
    private readonly Dictionary<string, int> _resultIds = [];
    private readonly List<long[]> _results = [];
    private readonly List<string> _messages = [];
    private readonly long[] _guesses;
    private readonly List<long> _returned = [];
    private int _depth;
    private int _last;
    private long _value;
    private bool _isRepeated;
    private bool _isHypothetical;

    /// <summary>Prepares one actor.</summary>
    /// <param name="own">Runs it in an instance that no other actor touches: what it does there is recorded.</param>
    /// <param name="among">Runs it in an instance that all actors share: it must do the same there.</param>
    /// <param name="sizes">Sizes of the locations in bytes.</param>
    public Replay(ActorRunner own, ActorRunner among, int[] sizes)
    {
        _own = own;
        _among = among;
        _sizes = sizes;
        _guesses = new long[sizes.Length];
    }

    /// <summary>What is known of the actor.</summary>
    public ActorTree Tree { get; } = new();

    /// <summary>What has been proved of actors' code, by actor and question, in this search or another.</summary>
    public ConcurrentDictionary<string, bool> Proved { get; init; } = [];

    /// <summary>The answer to a question about the actor's code, which is worked out once.</summary>
    public bool Remember(string question, Func<bool> prove) =>
        Proved.GetOrAdd($"{_own.Name} | {question}", _ => prove());

    /// <summary>How often the actor's code has run.</summary>
    public long Runs { get; private set; }

    /// <summary>Runs the actor where no other one does.</summary>
    public ActorRunner Runner => _own;

    /// <inheritdoc/>
    public override bool IsCertain => !_isHypothetical && _depth <= _returned.Count;

    /// <inheritdoc/>
    public override bool MayFind => _depth <= _returned.Count;

    /// <summary>Called with the reason before a run that cannot be ended keeps its thread for ever.</summary>
    public void OnAbandoned(Action<ExplorationException> report) => _own.OnAbandoned = _among.OnAbandoned = report;

    /// <summary>Registers by result id.</summary>
    public long[] ResultOf(int id) => _results[id];

    /// <summary>The message of an exception by id.</summary>
    public string MessageOf(int id) => _messages[id];

    /// <summary>
    /// The node that follows <paramref name="node"/> when it returns <paramref name="value"/>; runs the actor if nobody
    /// has been there before.
    /// </summary>
    /// <param name="node">A node of the tree, or -1 for the actor's first operation.</param>
    /// <param name="value">What the node's operation returns.</param>
    /// <param name="memory">What memory holds now, for the guesses behind the history.</param>
    public int Next(int node, long value, ReadOnlySpan<long> memory)
    {
        int next = Known(node, value);
        if (next >= 0)
        {
            return next;
        }

        Record(_own, node, value, memory);
        if (Runs <= AlwaysRepeated || Runs % RepeatInterval == 0)
        {
            // Twice the same: an actor that depends on anything else does not get through, at least not often.
            Repeat(node, value, memory);
        }

        return Known(node, value);
    }

    /// <summary>
    /// The same behind values that no execution may show: code that can make nothing of them has no next node.
    /// </summary>
    /// <returns>-1 if there is none.</returns>
    public int NextIfAny(int node, long value, ReadOnlySpan<long> memory)
    {
        int next = Known(node, value);
        if (next >= 0)
        {
            return next;
        }

        _isHypothetical = true;
        try
        {
            Record(_own, node, value, memory);
        }
        finally
        {
            _isHypothetical = false;
        }

        return Known(node, value);
    }

    /// <summary>
    /// Runs the actor again to a node, among the other actors; must do what it did before.
    /// </summary>
    /// <exception cref="ExplorationException">It depends on more than it reads from shared words.</exception>
    public void Repeat(int node, long value, ReadOnlySpan<long> memory)
    {
        _isRepeated = true;
        try
        {
            Record(_among, node, value, memory);
        }
        catch (ExplorationException)
        {
            // Alone it may still do the same, time and again: then it is other actors that it depends on.
            Record(_own, node, value, memory);
            Record(_own, node, value, memory);
            throw new ExplorationException(
                $"Actor '{_own.Name}' does something else once other actors have run: they share C# "
                + "state outside the shared "
                + "words, such as a captured variable, an array or a field. Make it a shared word, or "
                + "give each actor its own.");
        }
        finally
        {
            _isRepeated = false;
        }
    }

    /// <inheritdoc/>
    public override bool TryStep(in Operation operation, out long old)
    {
        if (!TryRecord(operation, out bool isKnown, out old))
        {
            return false;
        }

        if (!isKnown && operation.Location >= 0)
        {
            ref long guess = ref _guesses[operation.Location];
            old = guess;
            guess = operation.Apply(old, _sizes[operation.Location]);
        }

        _value = operation.Returns ? old : 0;
        return true;
    }

    /// <inheritdoc/>
    public override bool TryPause(bool isFirst) =>
        !isFirst || (TryStep(new Operation(OperationKind.Pause, Ordering.Plain, -1), out _)
            && _depth <= _returned.Count);

    /// <inheritdoc/>
    public override void Stick() => Record(new Operation(OperationKind.Stick, Ordering.Plain, -1), result: 0);

    private int Known(int node, long value) => node < 0 ? (Tree.Count > 0 ? 0 : -1) : Tree.Find(node, value);

    private void Record(ActorRunner runner, int node, long value, ReadOnlySpan<long> memory)
    {
        Tree.History(node, value, _returned);
        if (_returned.Count > MaxOperations)
        {
            throw new ExplorationException(
                $"Actor '{runner.Name}' performs more than {MaxOperations} operations in one execution: "
                + "it loops without progress. End each failed turn of a wait with Pause.");
        }

        (_depth, _last, _value) = (0, -1, 0);
        memory.CopyTo(_guesses);
        Runs++;
        RunEnd end = runner.Run(this);
        if (end.Kind is OperationKind kind)
        {
            int result = kind == OperationKind.Throw ? Intern(end.Message) : Intern(end.Registers);
            Record(new Operation(kind, Ordering.Plain, -1), result);
            if (Refusal is not null)
            {
                throw Refusal;
            }
        }
    }

    /// <summary>Takes note of one operation of the run.</summary>
    /// <returns>False if the run must end before it.</returns>
    private bool TryRecord(in Operation operation, out bool isKnown, out long returned)
    {
        isKnown = _depth < _returned.Count;
        returned = isKnown ? _returned[_depth] : 0;
        return _depth++ < _returned.Count + MaxGuesses && Record(operation, result: 0);
    }

    /// <summary>An operation that was seen here before must be the same again; a new one is recorded.</summary>
    private bool Record(in Operation operation, int result)
    {
        int node = Known(_last, _value);
        if (node < 0 && _isRepeated)
        {
            return false;
        }

        if (node < 0)
        {
            node = Tree.Append(_last, _value, operation, result);
        }
        else if (Tree[node] != operation || (operation.IsEnd && Tree.ResultOf(node) != result))
        {
            Refusal = new ExplorationException(
                $"Actor '{_own.Name}' is not deterministic: after the same read results it did "
                + "something else than before: "
                + $"{Tree[node].Kind} once, {operation.Kind} now, or with other operands or results. "
                + "An actor must depend on what it reads from shared words only.");
            return false;
        }

        _last = node;
        return true;
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
}
