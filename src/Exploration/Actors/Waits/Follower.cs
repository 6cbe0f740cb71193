namespace Exploration.Actors.Waits;

/// <summary>
/// Runs an actor to a node, through some turns, and then looks whether it takes a way that it has taken elsewhere.
/// </summary>
internal sealed class Follower : RunDriver
{
    private readonly List<long> _history = [];
    private Turn[] _turns = [];
    private ActorRunner _runner = null!;
    private Continuation _way = null!;
    private int _known;
    private int _turn;
    private int _inTurn;
    private int _inWay;
    private bool _waits;
    private bool _strays;

    /// <inheritdoc/>
    public override bool IsCertain => false;

    /// <summary>Whether it does.</summary>
    /// <param name="replay">The actor.</param>
    /// <param name="pause">The node of a pause.</param>
    /// <param name="turns">Turns to go through first.</param>
    /// <param name="way">The way.</param>
    public bool Takes(Replay replay, int pause, Turn[] turns, Continuation way)
    {
        replay.Tree.History(pause, 0, _history);
        (_turns, _way, _known, _turn, _inTurn, _inWay, _waits, _strays) = (turns, way, 0, 0, 0, 0, false, false);
        _runner = replay.Runner;
        RunEnd end = _runner.Run(this);
        return !_strays && _inWay == way.Operations.Length && way.End switch
        {
            OperationKind.Finish => end.Kind == way.End && end.Registers.AsSpan()
                .SequenceEqual(replay.ResultOf(way.Result)),
            OperationKind.Throw => end.Kind == way.End && end.Message == replay.MessageOf(way.Result),
            OperationKind.Pause => _waits,
            _ => true,
        };
    }

    /// <inheritdoc/>
    public override bool TryStep(in Operation operation, out long old)
    {
        if (_known < _history.Count)
        {
            old = _history[_known++];
            return true;
        }

        if (_turn < _turns.Length)
        {
            Turn turn = _turns[_turn];
            old = turn.Found[_inTurn];
            _strays = !operation.IsStep(turn.Operations[_inTurn], _runner.LastOperation + 1);
            if (++_inTurn == turn.Length)
            {
                (_turn, _inTurn) = (_turn + 1, 0);
            }

            return !_strays;
        }

        if (_inWay == _way.Operations.Length)
        {
            // Where the search went no further nothing is known; elsewhere the way has ended, and the actor goes on.
            _strays = _way.End is not null;
            old = 0;
            return false;
        }

        old = _way.Returned[_inWay];
        _strays = !operation.IsStep(_way.Operations[_inWay++], _runner.LastOperation + 1);
        return !_strays;
    }

    /// <inheritdoc/>
    public override bool TryPause(bool isFirst)
    {
        if (_known < _history.Count)
        {
            _known += isFirst ? 1 : 0;
            return true;
        }

        _waits = _turn == _turns.Length && _inWay == _way.Operations.Length;
        return !_waits;
    }

    /// <inheritdoc/>
    public override void Stick() => _strays = true;
}
