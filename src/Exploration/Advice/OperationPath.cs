using Exploration.Actors;

namespace Exploration.Advice;

/// <summary>What an actor has done in one run, and a hash of it: an actor is a function of what it has read.</summary>
internal sealed class OperationPath
{
    private const ulong Prime = 0x9E37_79B9_7F4A_7C15;

    private readonly List<(Operation Operation, long Old)> _steps = [];
    private int _turnStart;
    private ulong _hashAtTurn;
    private ulong _turn;
    private ulong _lastTurn;

    /// <summary>The operations with what they returned; the last may not have returned yet.</summary>
    public IReadOnlyList<(Operation Operation, long Old)> Steps => _steps;

    /// <summary>Stands for the steps.</summary>
    public ulong Hash { get; private set; }

    /// <summary>The actor starts anew.</summary>
    public void Clear()
    {
        _steps.Clear();
        (Hash, _turnStart, _hashAtTurn, _turn, _lastTurn) = (0, 0, 0, 0, 0);
    }

    /// <summary>
    /// A failed turn of a wait has ended. One that is like the turn before it is left out: rows of thousands are
    /// tried, and the code stands where it stood.
    /// </summary>
    public void EndTurn()
    {
        if (_steps.Count > _turnStart && _turn == _lastTurn)
        {
            _steps.RemoveRange(_turnStart, _steps.Count - _turnStart);
            Hash = _hashAtTurn;
        }
        else if (_steps.Count > _turnStart)
        {
            _lastTurn = _turn;
        }

        (_turnStart, _hashAtTurn, _turn) = (_steps.Count, Hash, 0);
    }

    /// <summary>An operation is next.</summary>
    public void Begin(in Operation operation)
    {
        _steps.Add((operation, 0));
        Mix(((long)operation.Kind << 40) | ((long)operation.Ordering << 32) | (uint)operation.Location);
    }

    /// <summary>It has returned a value.</summary>
    public void End(long old)
    {
        _steps[^1] = (_steps[^1].Operation, old);
        Mix(old);
    }

    private void Mix(long value)
    {
        Hash = Mix(Hash, value);
        _turn = Mix(_turn, value);
    }

    private static ulong Mix(ulong hash, long value) =>
        unchecked((ulong.RotateLeft(hash, 23) ^ (ulong)value) * Prime);
}
