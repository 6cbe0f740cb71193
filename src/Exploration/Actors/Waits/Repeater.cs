namespace Exploration.Actors.Waits;

/// <summary>
/// Feeds an actor one turn again and again and looks whether it ever does anything else: until its state is what it was
/// a turn before, which proves it, or, where nobody knows its state, for long.
/// </summary>
internal sealed class Repeater : RunDriver
{
    /// <summary>A loop that backs off for longer and longer is watched for so many pauses.</summary>
    private const long MaxPauses = 1 << 21;

    /// <summary>
    /// Operations of a turn that count: twice the number of turns is many times an execution's events.
    /// </summary>
    private const int MaxLength = 2;

    /// <summary>Turns after which a state that has not come back will not.</summary>
    private const int SettlingTurns = 4;

    private readonly List<long> _history = [];
    private readonly LoopState _now = new();
    private readonly LoopState _before = new();
    private Turn _turn = null!;
    private ActorRunner _runner = null!;
    private int _known;
    private long _steps;
    private long _pauses;
    private long _limit;
    private int _turnStart;

    /// <summary>
    /// After how many more turns nothing changes any more, as the state of the actor shows; -1 if it does not.
    /// </summary>
    public int Settled { get; private set; }

    /// <inheritdoc/>
    public override bool IsCertain => false;

    /// <summary>Whether the actor soon is where it was a turn before.</summary>
    /// <param name="replay">The actor.</param>
    /// <param name="pause">The node of the pause at the end of the turn.</param>
    /// <param name="turn">The turn.</param>
    public bool Settles(Replay replay, int pause, Turn turn)
    {
        if (replay.Runner.HasStates)
        {
            Repeats(replay, pause, turn, SettlingTurns);
        }

        return replay.Runner.HasStates && Settled >= 0;
    }

    /// <summary>Where it stood last at the end of a turn.</summary>
    public LoopState State()
    {
        LoopState state = new();
        state.CopyFrom(_before);
        return state;
    }

    /// <summary>Whether the actor repeats a turn for as long as it is watched.</summary>
    /// <param name="replay">The actor.</param>
    /// <param name="pause">The node of the pause at the end of the turn.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="turns">How long it is watched: less in turns of many operations.</param>
    public bool Repeats(Replay replay, int pause, Turn turn, int turns)
    {
        replay.Tree.History(pause, 0, _history);
        (_runner, _turn, _known, _steps, _pauses) = (replay.Runner, turn, 0, 0, 0);
        (Settled, _turnStart) = (-1, int.MaxValue);
        _now.Forget();
        _before.Forget();
        _limit = (long)turns * Math.Min(turn.Length, MaxLength);
        RunEnd end = replay.Runner.Run(this);
        return end.Kind is null && (Settled >= 0 || _steps == _limit || _pauses == MaxPauses);
    }

    /// <inheritdoc/>
    public override bool TryStep(in Operation operation, out long old)
    {
        if (_known < _history.Count)
        {
            old = _history[_known++];
            return true;
        }

        int index = (int)(_steps % _turn.Length);
        if (index == 0)
        {
            _turnStart = _before.IsKnown ? _before.Index : int.MaxValue;
            _before.CopyFrom(_now);
            _now.Forget();
        }

        old = _turn.Found[index];
        return operation.IsStep(_turn.Operations[index], _runner.LastOperation + 1) && ++_steps < _limit;
    }

    /// <inheritdoc/>
    public override bool TryPause(bool isFirst)
    {
        if (_known < _history.Count)
        {
            _known += isFirst ? 1 : 0;
            EndTurn();
            return true;
        }

        return ++_pauses < MaxPauses && !EndTurn();
    }

    /// <summary>Whether the actor is where it was at the end of the turn before.</summary>
    private bool EndTurn()
    {
        if (_known < _history.Count || _steps % _turn.Length != 0 || _runner.State is not { IsKnown: true } state)
        {
            return false;
        }

        if (_steps > 0 && state.IsAsIn(_before, _turnStart))
        {
            Settled = (int)(_steps / _turn.Length) - 1;
            return true;
        }

        _now.CopyFrom(state);
        return false;
    }

    /// <inheritdoc/>
    public override void Stick() => _pauses = MaxPauses;
}
