using System.Runtime.CompilerServices;
using Exploration.Actors;

namespace Weaving.Running;

/// <content>
/// Turns of loops, and what the code goes on from behind one: the method's live variables, and what a turn may have
/// changed besides. What it writes into objects are operations, and callers' variables are the same in one call of the
/// method, as long as nobody has changed them through a reference.
/// </content>
internal sealed partial class ActorRun
{
    /// <summary>Turns of a loop without any operation after which it counts as a wait that reads nothing.</summary>
    private const int MaxIdleTurns = 1 << 22;

    private int _atBackEdge;
    private int _idleTurns;
    private int _activations;
    private int _localChanges;
    private int _makes;
    private int _boxes;

    /// <summary>What has been shown of the state behind the turn that ends next.</summary>
    public LoopState State { get; } = new();

    /// <summary>A method that has loops begins.</summary>
    /// <returns>Which call of the run it is.</returns>
    public int Enter() => ++_activations;

    /// <summary>A variable of a caller may have changed.</summary>
    public void ChangeLocal() => _localChanges++;

    /// <summary>Shows an object of the state.</summary>
    public void Keep(object? value)
    {
        if (value is null)
        {
            State.Add(0);
        }
        else if (_known.NumberOf(value) is long known and > 0)
        {
            State.Add(known, _known.ThroughOf(value));
        }
        else if (setUp.NumberOf(value) is long old and > 0)
        {
            State.Add(old);
        }
        else if (value is string text)
        {
            State.Add(NumberOfContents(text));
        }
        else
        {
            State.Forget();
        }
    }

    /// <summary>Shows a reference of the state, into an object or to a variable of a caller.</summary>
    public unsafe void KeepAddress(ref byte address)
    {
        if (TryFind(ref address, out Place place))
        {
            State.Add(place.Number, place.Through);
            State.Add(place.Offset);
        }
        else if (IsLocal(ref address) || Unsafe.IsNullRef(ref address))
        {
            State.Add((nint)Unsafe.AsPointer(ref address) - _stackStart);
        }
        else
        {
            State.Forget();
        }
    }

    /// <summary>The end of a failed turn of a wait, behind which nobody knows where the code is.</summary>
    public void Pause()
    {
        _atBackEdge = _operations;
        State.Clear();
        _runner.Pause();
    }

    /// <summary>A loop begins its next turn: the turn before may have been one of a wait.</summary>
    /// <param name="head">Where the next turn begins.</param>
    /// <param name="activation">Which call of the method.</param>
    public void BackEdge(int head, int activation)
    {
        _runner.StayEnded();
        if (_operations != _atBackEdge || ++_idleTurns > MaxIdleTurns)
        {
            EndState(head, activation);
            _atBackEdge = _operations;
            _runner.Pause(State);
        }

        State.Clear();
    }

    private void EndState(int head, int activation)
    {
        State.Add(head);
        State.Add(activation);
        State.Add(_localChanges);
        State.Add(_makes);
        State.Add(_boxes);
        foreach ((long number, int depth) in _lockDepths)
        {
            State.Add(number);
            State.Add(depth);
        }
    }
}
