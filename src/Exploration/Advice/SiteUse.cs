using Exploration.Actors;

namespace Exploration.Advice;

/// <summary>An operation at a place of the source.</summary>
/// <param name="File">The source file, as in a step of a counterexample.</param>
/// <param name="Line">The line where the operation's statement begins, from 1.</param>
/// <param name="Operation">What is done there, such as <c>compare-and-swap</c> or <c>read acquire</c>.</param>
public sealed record SiteUse(string File, int Line, string Operation)
{
    private static readonly Weakening[] s_weakerThanFull =
        [Weakening.Plain, Weakening.Acquire, Weakening.Release, Weakening.AcquireRelease];

    /// <summary>The place, such as <c>src/Tracker/FreeSlots.cs:31</c>.</summary>
    public string Place => $"{File}:{Line}";

    /// <summary>
    /// What is weaker than an operation, the weakest ordering first. C# has no atomic update that orders less than a
    /// full fence, so under its own model none is tried.
    /// </summary>
    internal static IReadOnlyList<Weakening> WeakerThan(in Operation operation, ModelName model) =>
        (operation.Kind, operation.Ordering) switch
        {
            (OperationKind.Fence, Ordering.Plain) => [],
            (OperationKind.Fence, _) => [Weakening.Nothing],
            (OperationKind.CompareExchange, Ordering.Full) when model == ModelName.Dotnet => [Weakening.LoadAndStore],
            (_, Ordering.Full) when model == ModelName.Dotnet => [],
            (OperationKind.CompareExchange, Ordering.Full) =>
                [.. s_weakerThanFull, Weakening.LoadAndStore],
            (_, Ordering.Full) => s_weakerThanFull,
            (_, Ordering.Acquire or Ordering.Release) => [Weakening.Plain],
            _ => [],
        };

    /// <summary>What is stronger than an operation, the strongest last.</summary>
    internal static IReadOnlyList<Strengthening> StrongerThan(in Operation operation) =>
        (operation.Kind, operation.Ordering) switch
        {
            (OperationKind.Fence, _) or (_, Ordering.Full) => [],
            (OperationKind.Read, Ordering.Plain) => [Strengthening.Acquire, Strengthening.Full],
            (OperationKind.Write, Ordering.Plain) => [Strengthening.Release, Strengthening.Full],
            (_, Ordering.Plain) => [Strengthening.Acquire, Strengthening.Release, Strengthening.Full],
            _ => [Strengthening.Full],
        };
}
