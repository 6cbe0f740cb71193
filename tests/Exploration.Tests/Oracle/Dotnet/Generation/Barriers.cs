using Exploration.Tests.Oracle.Dotnet.Notation;

namespace Exploration.Tests.Oracle.Dotnet.Generation;

/// <summary>Programs with more barriers.</summary>
internal static class Barriers
{
    /// <summary>A program with one more barrier, anywhere between the statements of a thread.</summary>
    public static SmallProgram AddOne(SmallProgram program, Random random)
    {
        int thread = random.Next(program.Threads.Length);
        Statement[] statements = program.Threads[thread];
        int place = random.Next(statements.Length + 1);
        BarrierKind kind = random.GetItems(Enum.GetValues<BarrierKind>(), 1)[0];
        Statement[] more = [.. statements[..place], new Statement.Barrier(kind), .. statements[place..]];
        return program with { Threads = [.. program.Threads[..thread], more, .. program.Threads[(thread + 1)..]] };
    }

    /// <summary>A program with a full barrier before every statement, in branches too.</summary>
    public static SmallProgram AddEverywhere(SmallProgram program) =>
        program with { Threads = [.. program.Threads.Select(AddEverywhere)] };

    private static Statement[] AddEverywhere(Statement[] statements) => [.. statements.SelectMany(statement =>
        (Statement[])[new Statement.Barrier(BarrierKind.Full), statement is Statement.If branch
            ? branch with { Then = AddEverywhere(branch.Then), Else = AddEverywhere(branch.Else) }
            : statement])];
}
