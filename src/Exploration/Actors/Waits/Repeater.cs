namespace Exploration.Actors.Waits;

/// <summary>Feeds an actor one turn again and again and looks whether it ever does anything else.</summary>
internal sealed class Repeater : RunDriver
{
    /// <summary>A loop that backs off for longer and longer is watched for so many pauses.</summary>
    private const long MaxPauses = 1 << 21;

    /// <summary>
    /// Operations of a turn that count: twice the number of turns is many times an execution's events.
    /// </summary>
    private const int MaxLength = 2;

    private readonly List<long> _history = [];
    private Turn _turn = null!;
    private ActorRunner _runner = null!;
    private int _known;
    private long _steps;
    private long _pauses;
    private long _limit;

    /// <inheritdoc/>
    public override bool IsCertain => false;

    /// <summary>Whether the actor repeats a turn for as long as it is watched.</summary>
    /// <param name="replay">The actor.</param>
    /// <param name="pause">The node of the pause at the end of the turn.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="turns">How long it is watched: less in turns of many operations.</param>
    public bool Repeats(Replay replay, int pause, Turn turn, int turns)
    {
        replay.Tree.History(pause, 0, _history);
        (_runner, _turn, _known, _steps, _pauses) = (replay.Runner, turn, 0, 0, 0);
        _limit = (long)turns * Math.Min(turn.Length, MaxLength);
        RunEnd end = replay.Runner.Run(this);
        return end.Kind is null && (_steps == _limit || _pauses == MaxPauses);
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
        old = _turn.Found[index];
        return operation.IsStep(_turn.Operations[index], _runner.LastOperation + 1) && ++_steps < _limit;
    }

    /// <inheritdoc/>
    public override bool TryPause(bool isFirst)
    {
        if (_known < _history.Count)
        {
            _known += isFirst ? 1 : 0;
            return true;
        }

        return ++_pauses < MaxPauses;
    }

    /// <inheritdoc/>
    public override void Stick() => _pauses = MaxPauses;
}
