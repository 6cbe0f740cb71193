using Exploration.Actors;

namespace Exploration.Advice;

/// <summary>What stands in an operation's place when it is weakened or strengthened.</summary>
internal static class Replacements
{
    /// <summary>Lets a loop that waits for a word's bits to clear see all clear.</summary>
    public static readonly Replacement NoWait = (in Operation _, ActorRunner _) => 0;

    /// <summary>The weaker operation.</summary>
    public static Replacement Of(Weakening weakening) => weakening switch
    {
        Weakening.AcquireRelease => AcquireRelease,
        Weakening.Acquire => Ordered(Ordering.Acquire),
        Weakening.Release => Ordered(Ordering.Release),
        Weakening.Plain => Ordered(Ordering.Plain),
        Weakening.LoadAndStore => LoadAndStore,
        Weakening.Nothing => (in Operation _, ActorRunner _) => 0,
        Weakening.NoWait => NoWait,
        _ => throw new ArgumentOutOfRangeException(nameof(weakening), weakening, "No weakening."),
    };

    /// <summary>The stronger operation.</summary>
    public static Replacement Of(Strengthening strengthening) => strengthening switch
    {
        Strengthening.Acquire => Ordered(Ordering.Acquire),
        Strengthening.Release => Ordered(Ordering.Release),
        Strengthening.Full => Full,
        _ => throw new ArgumentOutOfRangeException(nameof(strengthening), strengthening, "No strengthening."),
    };

    private static Replacement Ordered(Ordering ordering) =>
        (in Operation operation, ActorRunner runner) => With(operation, ordering, runner);

    private static long With(in Operation operation, Ordering ordering, ActorRunner runner) =>
        runner.Perform(operation with { Ordering = ordering });

    // The checker has no update of both orders; a write barrier before it releases, and a little more.
    private static long AcquireRelease(in Operation operation, ActorRunner runner)
    {
        Fence(Ordering.Release, runner);
        return With(operation, Ordering.Acquire, runner);
    }

    private static long LoadAndStore(in Operation operation, ActorRunner runner)
    {
        Operation load = operation with { Kind = OperationKind.Read, Operand = 0, Comparand = 0 };
        long found = With(load, Ordering.Acquire, runner);
        if (found == operation.Comparand)
        {
            With(operation with { Kind = OperationKind.Write, Comparand = 0 }, Ordering.Release, runner);
        }

        return found;
    }

    private static long Full(in Operation operation, ActorRunner runner)
    {
        switch (operation.Kind)
        {
            case OperationKind.Read:
                Fence(Ordering.Full, runner);
                return With(operation, Ordering.Acquire, runner);
            case OperationKind.Write:
                With(operation, Ordering.Release, runner);
                Fence(Ordering.Full, runner);
                return 0;
            default:
                return With(operation, Ordering.Full, runner);
        }
    }

    private static void Fence(Ordering ordering, ActorRunner runner) =>
        runner.Perform(new Operation(OperationKind.Fence, ordering, -1));
}
