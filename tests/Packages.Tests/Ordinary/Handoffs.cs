using Weaving;

namespace Ordinary;

/// <summary>Hands a value over behind a volatile flag: right.</summary>
public sealed class VolatileHandoff
{
    private int _value;
    private volatile bool _isReady;

    [Actor]
    public void Produce() => (_value, _isReady) = (7, true);

    [Actor]
    public int Consume() => _isReady ? _value : -1;

    [Invariant]
    public static string? Holds(int consume) => consume is -1 or 7 ? null : $"consumed {consume}, expected 7";
}

/// <summary>Hands a value over behind a plain flag: wrong.</summary>
public sealed class PlainHandoff
{
    private int _value;
    private bool _isReady;

    [Actor]
    public void Produce() => (_value, _isReady) = (7, true);

    [Actor]
    public int Consume() => _isReady ? _value : -1;

    [Invariant]
    public static string? Holds(int consume) => consume is -1 or 7 ? null : $"consumed {consume}, expected 7";
}
