#:package Stress.Weaving@*-*
using Weaving;

Check.Class<VolatileHandoff>().Passes(Model.Sc, Model.Tso, Model.Dotnet);
Console.WriteLine("the volatile flag passes");
Check.Class<PlainHandoff>().Passes(Model.Dotnet);

internal sealed class VolatileHandoff
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

internal sealed class PlainHandoff
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
