using Exploration.Tests.Oracle.Dotnet.Notation;

namespace Exploration.Tests.Oracle.Dotnet.Generation;

/// <summary>What the .NET memory model lets a compiler do to a thread, one step at a time.</summary>
internal static class CompilerSteps
{
    /// <summary>The threads that one step makes of a thread, with the name of the step.</summary>
    public static IEnumerable<(string Name, Statement[] Thread)> Of(Statement[] thread)
    {
        for (int place = 0; place < thread.Length; place++)
        {
            foreach ((string name, Statement[] made) in OfOne(thread[place]))
            {
                yield return (name, [.. thread[..place], .. made, .. thread[(place + 1)..]]);
            }

            if (place + 1 < thread.Length)
            {
                foreach ((string name, Statement[] made) in OfTwo(thread[place], thread[place + 1]))
                {
                    yield return (name, [.. thread[..place], .. made, .. thread[(place + 2)..]]);
                }
            }
        }
    }

    private static IEnumerable<(string Name, Statement[] Made)> OfOne(Statement statement)
    {
        if (statement is Statement.If { Then: [Statement.Write then], Else: [Statement.Write other] }
            && IsPlain(then) && then == other)
        {
            yield return ("unify equal branches", [then]);
        }
    }

    private static IEnumerable<(string Name, Statement[] Made)> OfTwo(Statement first, Statement second)
    {
        if (IsPlain(first) && IsPlain(second))
        {
            if (PlaceOf(first) != PlaceOf(second) && AreIndependent(first, second))
            {
                yield return ("swap", [second, first]);
            }

            if (Merged(first, second) is { } merged)
            {
                yield return merged;
            }
        }

        if (first is Statement.If branch && IsPlain(second) && IsPassedBy(branch, second))
        {
            yield return ("move ahead of a branch", [second, first]);
        }

        if (first is Statement.If { Then: [Statement.Write conditional], Else: [] }
            && IsPlain(conditional) && second is Statement.Write && IsPlain(second)
            && PlaceOf(second) == conditional.To)
        {
            yield return ("merge a conditional write", [second]);
        }

        if (IsRelease(first) && IsPlain(second) && PlaceOf(first) != PlaceOf(second) && AreIndependent(first, second))
        {
            yield return ("move above a release", [second, first]);
        }

        if (IsAcquire(second) && IsPlain(first) && PlaceOf(first) != PlaceOf(second) && AreIndependent(first, second))
        {
            yield return ("move below an acquire", [second, first]);
        }
    }

    /// <summary>What two accesses of one word become together.</summary>
    private static (string Name, Statement[] Made)? Merged(Statement first, Statement second) =>
        PlaceOf(first) != PlaceOf(second) ? null : (first, second) switch
        {
            (Statement.Read earlier, Statement.Read later) => ("merge reads",
                [first, new Statement.Let(later.Register, new Expression.Register(earlier.Register))]),
            (Statement.Write, Statement.Write) => ("merge writes", [second]),
            (Statement.Write write, Statement.Read read) => ("forward",
                [first, new Statement.Let(read.Register, write.Value)]),
            _ => null,
        };

    /// <summary>
    /// Whether a branch has nothing but plain accesses, of other words and other registers than an access.
    /// </summary>
    private static bool IsPassedBy(Statement.If branch, Statement access) =>
        branch.Then.Concat(branch.Else).All(inner =>
            IsPlain(inner) && PlaceOf(inner) != PlaceOf(access) && AreIndependent(inner, access))
        && !branch.Condition.Registers.Contains(StatementWalk.RegisterSetBy(access));

    private static bool IsPlain(Statement statement) => statement
        is Statement.Read { Mode: AccessMode.Plain, From: Place.Word }
        or Statement.Write { Mode: AccessMode.Plain, To: Place.Word };

    private static bool IsRelease(Statement statement) => statement
        is Statement.Write { Mode: AccessMode.Volatile } or Statement.Unlock;

    private static bool IsAcquire(Statement statement) => statement
        is Statement.Read { Mode: AccessMode.Volatile } or Statement.Lock;

    private static Place? PlaceOf(Statement statement) => statement switch
    {
        Statement.Read read => read.From,
        Statement.Write write => write.To,
        Statement.Lock enter => enter.At,
        Statement.Unlock exit => exit.At,
        _ => null,
    };

    /// <summary>Whether neither needs or changes a register that the other sets.</summary>
    private static bool AreIndependent(Statement first, Statement second)
    {
        string? set = StatementWalk.RegisterSetBy(first);
        string? other = StatementWalk.RegisterSetBy(second);
        return (set is null || (set != other && !Needs(second).Contains(set)))
            && (other is null || !Needs(first).Contains(other));
    }

    private static IEnumerable<string> Needs(Statement statement) =>
        statement is Statement.Write write ? write.Value.Registers : [];
}
