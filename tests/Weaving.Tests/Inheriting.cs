using Weaving;

namespace WeavingTests;

/// <summary>Actors and invariants of a base class, which count for the classes made of it.</summary>
public abstract class Inheriting
{
    private int _word;

    [Actor]
    public void Write() => _word = 1;

    [Actor]
    public virtual int Read() => _word;

    [Invariant]
    private static bool ReadsNoOne(int read) => read != 1;

    [Invariant]
    private bool Writes() => _word == 1;
}

/// <summary>The base class as it is.</summary>
public sealed class InheritingAll : Inheriting;

/// <summary>An actor instead of the base class's, without its attribute.</summary>
public sealed class InheritingOverridden : Inheriting
{
    public override int Read() => base.Read() - 1;
}
