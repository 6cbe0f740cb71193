using Exploration.Actors;

namespace Exploration.Advice;

/// <summary>An operation at a place of the source.</summary>
/// <param name="File">The source file, as in a step of a counterexample.</param>
/// <param name="Line">The line where the operation's statement begins, from 1.</param>
/// <param name="Operation">What is done there, such as <c>compare-and-swap</c> or <c>read acquire</c>.</param>
public sealed record SiteUse(string File, int Line, string Operation)
{
    /// <summary>What is weaker than an operation of a kind and ordering, by how much of it is left.</summary>
    internal static IReadOnlyList<Weakening> WeakerThan(OperationKind kind, Ordering ordering) => (kind, ordering) switch
    {
        (OperationKind.Fence, _) => [Weakening.Nothing],
        (OperationKind.CompareExchange, Ordering.Full) =>
            [Weakening.AcquireRelease, Weakening.Acquire, Weakening.Release, Weakening.Plain, Weakening.LoadAndStore],
        (_, Ordering.Full) => [Weakening.AcquireRelease, Weakening.Acquire, Weakening.Release, Weakening.Plain],
        (_, Ordering.Acquire or Ordering.Release) => [Weakening.Plain],
        _ => [],
    };
}
