using Exploration.Tests.Oracle.Dotnet.Notation;

namespace Exploration.Tests.Oracle.Dotnet.Generation;

/// <summary>Makes a program smaller for as long as it shows something.</summary>
internal static class Smaller
{
    /// <summary>A program that no step makes smaller without losing what it shows.</summary>
    public static SmallProgram Smallest(SmallProgram program, Func<SmallProgram, bool> shows)
    {
        while (Steps(program).FirstOrDefault(shows) is { } smaller)
        {
            program = smaller;
        }

        return program;
    }

    private static IEnumerable<SmallProgram> Steps(SmallProgram program)
    {
        for (int thread = 0; thread < program.Threads.Length; thread++)
        {
            Statement[][] others = program.Threads;
            if (others.Length > 1)
            {
                yield return program with { Threads = [.. others[..thread], .. others[(thread + 1)..]] };
            }

            foreach (Statement[] smaller in Steps(others[thread]).Where(smaller => smaller.Length > 0))
            {
                yield return program with { Threads = [.. others[..thread], smaller, .. others[(thread + 1)..]] };
            }
        }
    }

    /// <summary>One statement less, or a simpler one.</summary>
    private static IEnumerable<Statement[]> Steps(Statement[] statements)
    {
        for (int place = 0; place < statements.Length; place++)
        {
            Statement[] before = statements[..place];
            Statement[] after = statements[(place + 1)..];
            yield return [.. before, .. after];
            foreach (Statement[] simpler in Simpler(statements[place]))
            {
                yield return [.. before, .. simpler, .. after];
            }
        }
    }

    private static IEnumerable<Statement[]> Simpler(Statement statement)
    {
        switch (statement)
        {
            case Statement.Read { Mode: AccessMode.Volatile } read:
                yield return [read with { Mode = AccessMode.Plain }];
                break;
            case Statement.Write { Mode: AccessMode.Volatile } write:
                yield return [write with { Mode = AccessMode.Plain }];
                break;
            case Statement.Update { Register: not null } update:
                yield return [update with { Register = null }];
                break;
            case Statement.If branch:
                yield return branch.Then;
                if (branch.Else.Length > 0)
                {
                    yield return branch.Else;
                    yield return [branch with { Else = [] }];
                }

                foreach (Statement[] then in Steps(branch.Then).Where(then => then.Length > 0))
                {
                    yield return [branch with { Then = then }];
                }

                break;
            default:
                break;
        }
    }
}
