namespace Exploration.Tests.Oracle.Dotnet.Notation;

/// <summary>Looks at every statement of a program, those in branches too.</summary>
internal static class StatementWalk
{
    public static IEnumerable<Statement> Of(SmallProgram program) => program.Threads.SelectMany(Of);

    public static IEnumerable<Statement> Of(IEnumerable<Statement> statements) => statements.SelectMany(
        statement => statement is Statement.If branch
            ? [statement, .. Of(branch.Then), .. Of(branch.Else)]
            : Alone(statement));

    /// <summary>The numbers that a statement compares something with.</summary>
    public static IEnumerable<int> ComparedWith(Statement statement) => statement switch
    {
        Statement.If branch => branch.Condition.ComparedWith,
        Statement.Until until => until.Condition.ComparedWith,
        Statement.Let let => let.Value.ComparedWith,
        Statement.Write write => write.Value.ComparedWith,
        Statement.Update { Comparand: Expression.Constant { Value.IsObject: false } comparand } =>
            [comparand.Value.Number],
        Statement.Update or Statement.Read or Statement.Barrier or Statement.Lock or Statement.Unlock
            or Statement.Stop => [],
        _ => throw new ArgumentOutOfRangeException(nameof(statement), statement, null),
    };

    /// <summary>The register that a statement sets; null for none.</summary>
    public static string? RegisterSetBy(Statement statement) => statement switch
    {
        Statement.Read read => read.Register,
        Statement.Until until => until.Register,
        Statement.Let let => let.Register,
        Statement.Update update => update.Register,
        Statement.Write or Statement.Barrier or Statement.Lock or Statement.Unlock or Statement.If
            or Statement.Stop => null,
        _ => throw new ArgumentOutOfRangeException(nameof(statement), statement, null),
    };

    private static IEnumerable<Statement> Alone(Statement statement) => [statement];
}
