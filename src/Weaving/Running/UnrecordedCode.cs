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
    private static Stack<InitializerRun>? t_initializers;

    [ThreadStatic]
    private static int t_turns;

    /// <summary>Whether a type initializer has begun and not ended.</summary>
    public static bool IsInInitializer => Initializer is not null;

    /// <summary>The type initializer that began last and has not ended; null if none has.</summary>
    public static InitializerRun? Initializer =>
        t_initializers is { Count: > 0 } initializers ? initializers.Peek() : null;

    /// <summary>A type initializer begins: the run, if there is one, is suspended.</summary>
    public static void BeginInitializer(Type type)
    {
        if (!IsInInitializer)
        {
            t_suspended = ActorRun.Current;
            ActorRun.Current = null;
        }

        (t_initializers ??= []).Push(new InitializerRun(type));
    }

    /// <summary>A type initializer has ended.</summary>
    public static void EndInitializer()
    {
        t_initializers!.Pop().End();
        if (!IsInInitializer)
        {
            ActorRun.Current = t_suspended;
            t_suspended = null;
        }
    }

    /// <summary>Initializers that were left by an exception are forgotten.</summary>
    public static void ForgetInitializers() => t_initializers?.Clear();

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
