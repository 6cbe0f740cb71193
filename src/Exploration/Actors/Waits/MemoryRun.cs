namespace Exploration.Actors.Waits;

/// <summary>
/// Lets an actor go on alone, reading what memory holds, until it ends, has waited for long, or changes a word.
/// </summary>
internal sealed class MemoryRun(int[] sizes) : RunDriver
{
    /// <summary>Turns in a row without a change after which an actor is not held to write in each.</summary>
    private const int Still = 64;

    private readonly List<long> _history = [];
    private readonly LoopState _before = new();
    private long[] _memory = [];
    private ActorRunner _runner = null!;
    private int _known;
    private int _pauses;
    private int _limit;
    private int _changedAt;
    private bool _mayChange;
    private bool _hasLeft;

    /// <inheritdoc/>
    public override bool IsCertain => false;

    /// <summary>Whether an actor in a wait goes on waiting, whatever time it is given.</summary>
    /// <param name="replay">The actor.</param>
    /// <param name="node">Where it stands.</param>
    /// <param name="memory">What memory holds, by location.</param>
    /// <param name="turns">How long it is watched.</param>
    public bool Waits(Replay replay, int node, long[] memory, int turns) =>
        Run(replay, node, memory, turns, mayChange: false) && _changedAt < 0;

    /// <summary>
    /// Whether an actor writes in turn after turn, and never comes to an end or to a wait that only reads.
    /// </summary>
    /// <inheritdoc cref="Waits"/>
    public bool KeepsWriting(Replay replay, int node, long[] memory, int turns) =>
        Run(replay, node, memory, turns, mayChange: true) && _changedAt > turns / 2;

    private bool Run(Replay replay, int node, long[] memory, int turns, bool mayChange)
    {
        (_mayChange, _hasLeft) = (mayChange, false);
        _before.Forget();
        replay.Tree.History(node, 0, _history);
        (_memory, _known, _pauses, _limit, _changedAt) = (memory, 0, 0, turns, -1);
        _runner = replay.Runner;
        RunEnd end = _runner.Run(this);
        return end.Kind is null && !_hasLeft;
    }

    /// <inheritdoc/>
    public override bool TryStep(in Operation operation, out long old)
    {
        if (_known < _history.Count)
        {
            old = _history[_known++];
            return true;
        }

        if (operation.Location < 0)
        {
            old = 0;
            return true;
        }

        ref long word = ref _memory[operation.Location];
        old = word;
        word = operation.Apply(old, sizes[operation.Location]);
        if (word == old && (operation.Kind != OperationKind.Write || !_mayChange))
        {
            return true;
        }

        _changedAt = _pauses;
        return _mayChange;
    }

    /// <inheritdoc/>
    public override bool TryPause(bool isFirst)
    {
        if (_known < _history.Count)
        {
            _known += isFirst ? 1 : 0;
            return true;
        }

        return ++_pauses < _limit && !IsBack() && !(_mayChange && _pauses - Math.Max(_changedAt, 0) > Still);
    }

    /// <summary>Whether the actor is where it was at the pause before: as long as memory stays, it waits.</summary>
    private bool IsBack()
    {
        if (_mayChange || _runner.State is not { IsKnown: true } state)
        {
            return false;
        }

        bool isBack = state.HasWordsOf(_before);
        _before.CopyFrom(state);
        return isBack;
    }

    /// <inheritdoc/>
    public override void Leave() => _hasLeft = true;

    /// <inheritdoc/>
    public override void Stick()
    {
        // It waits for nothing: for ever.
    }
}
