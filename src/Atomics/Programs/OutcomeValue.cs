namespace Atomics.Programs;

/// <summary>One value of an outcome.</summary>
/// <param name="Name">The register as <c>ACTOR.REGISTER</c>, such as <c>reader 1.x</c>, or the observed word.</param>
/// <param name="Value">What it held at the end.</param>
public readonly record struct OutcomeValue(string Name, long Value)
{
    /// <summary><c>NAME=VALUE</c>.</summary>
    public override string ToString() => $"{Name}={Value}";
}
