using Weaving;

namespace WeavingTests;

/// <summary>Hands a value over behind a flag that is volatile: right.</summary>
internal sealed class Handoff
{
    private int _value;
    private volatile bool _isReady;

    [Actor]
    public void Produce()
    {
        _value = 7;
        _isReady = true;
    }

    [Actor]
    public int Consume() => _isReady ? _value : -1;

    [Invariant]
    public static bool Holds(int consume) => consume is -1 or 7;
}
