namespace Weaving.Running;

/// <summary>
/// Rewritten code of this thread that is no part of a run: type initializers, which begin in the midst of one, and
/// set-ups and checks, which must end.
/// </summary>
internal static class UnrecordedCode
{
    private const int MaxTurns = 10_000_000;

    [ThreadStatic]
    private static ActorRun? t_suspended;

    [ThreadStatic]
    private static int t_initializers;

    [ThreadStatic]
    private static int t_turns;

    /// <summary>Whether a type initializer has begun and not ended.</summary>
    public static bool IsInInitializer => t_initializers > 0;

    /// <summary>A type initializer begins: the run, if there is one, is suspended.</summary>
    public static void BeginInitializer()
    {
        if (t_initializers++ == 0)
        {
            t_suspended = ActorRun.Current;
            ActorRun.Current = null;
        }
    }

    /// <summary>A type initializer has ended.</summary>
    public static void EndInitializer()
    {
        if (--t_initializers == 0)
        {
            ActorRun.Current = t_suspended;
            t_suspended = null;
        }
    }

    /// <summary>A run begins: initializers that an earlier one left by an exception are forgotten.</summary>
    public static void ForgetInitializers() => t_initializers = 0;

    /// <summary>A loop begins its next turn.</summary>
    /// <exception cref="InvalidOperationException">A set-up or a check goes round for ever.</exception>
    public static void CountTurn()
    {
        if (++t_turns > MaxTurns)
        {
            t_turns = 0;
            throw new InvalidOperationException($"It does not end: it has gone round its loops {MaxTurns} times.");
        }
    }

    /// <summary>A set-up begins.</summary>
    public static void ForgetTurns() => t_turns = 0;
}
