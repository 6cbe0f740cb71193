namespace Exploration.Tests.Oracle.Loops;

/// <summary>
/// A statement of the programs that the explorer is compared on: what lock-free code is made of, over few small values,
/// so that a machine can try every interleaving.
/// </summary>
internal abstract record Statement
{
    /// <summary>Where a counter of turns stops: more would make the states of a wait many for nothing.</summary>
    public const int MostCounted = 3;

    /// <summary>Accesses a word; <paramref name="Target"/> takes what it returns, or is -1.</summary>
    public sealed record Access(AccessKind Kind, int Word, int Target, Operand Operand = default, int Comparand = 0)
        : Statement;

    public sealed record Barrier(BarrierKind Kind) : Statement;

    /// <summary>Sets a local.</summary>
    public sealed record Set(int Target, Operand Value) : Statement;

    /// <summary>Adds one to a local, up to <see cref="MostCounted"/>.</summary>
    public sealed record Count(int Target) : Statement;

    /// <summary>So many pauses.</summary>
    public sealed record Pause(Operand Times) : Statement;

    public sealed record If(Condition Condition, Statement[] Then, Statement[] Else) : Statement;

    /// <summary>Turns until a break, or until there have been <paramref name="Turns"/> of them.</summary>
    public sealed record Loop(int? Turns, Statement[] Body) : Statement;

    /// <summary>Leaves the innermost loop.</summary>
    public sealed record BreakIf(Condition Condition) : Statement;

    public sealed record Throw : Statement;

    /// <summary>Body, handler if it catches, and a finally block if that is not empty.</summary>
    public sealed record Try(Statement[] Body, CatchKind Catch, Statement[] Handler, Statement[] Finally) : Statement;
}
