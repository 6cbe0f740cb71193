using Weaving;

namespace WeavingTests;

/// <summary>Hands a value over behind a plain flag: wrong, but not under a strong model.</summary>
internal sealed class PlainHandoff
{
    private int _value;
    private bool _isReady;

    [Actor]
    public void Produce()
    {
        _value = 7;
        _isReady = true;
    }

    [Actor]
    public int Consume() => _isReady ? _value : -1;

    [Invariant]
    public static string? Holds(int consume) => consume is -1 or 7 ? null : $"consumed {consume}, expected 7";
}
