namespace Weaving.Running;

/// <summary>An actor of a woven program.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="Result">What it returns; <see cref="void"/> for nothing.</param>
/// <param name="Body">Runs it on the state and gives back what it returns.</param>
internal sealed record WovenActor(string Name, Type Result, Func<object, object?> Body)
{
    /// <summary>The calls that it makes instead, one after the other, if each has a result of its own; else
    /// empty.</summary>
    public IReadOnlyList<Func<object, object?>> Calls { get; init; } = [];
}
