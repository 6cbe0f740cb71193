using System.Text;

namespace Exploration.Tests.Oracle.Loops;

/// <summary>A program as text that can be read, and copied into a test.</summary>
internal static class PseudoCode
{
    public static string Of(LoopProgram program)
    {
        StringBuilder text = new();
        text.Append("words: ").AppendJoin(", ", program.Words.Select(
            word => $"{(word.IsWide ? "long" : "int")} {word.Name} = {word.Initial}")).Append('\n');
        for (int actor = 0; actor < program.Actors.Length; actor++)
        {
            text.Append(LoopProgram.NameOf(actor)).Append(":\n");
            Append(text, program, program.Actors[actor], 1);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, LoopProgram program, Statement[] statements, int depth)
    {
        foreach (Statement statement in statements)
        {
            Append(text, program, statement, depth);
        }
    }

    private static void Append(StringBuilder text, LoopProgram program, Statement statement, int depth)
    {
        void Line(string line) => text.Append(' ', 4 * depth).Append(line).Append('\n');
        void Block(string head, Statement[] body)
        {
            Line(head);
            Append(text, program, body, depth + 1);
        }

        switch (statement)
        {
            case Statement.Access access:
                string target = access.Target < 0 ? "" : $"{Operand.NameOf(access.Target)} = ";
                Line($"{target}{Text(access, program.Words[access.Word].Name)};");
                break;
            case Statement.Barrier barrier:
                Line($"{barrier.Kind}Barrier();");
                break;
            case Statement.Set set:
                Line($"{Operand.NameOf(set.Target)} = {set.Value};");
                break;
            case Statement.Count count:
                string counted = Operand.NameOf(count.Target);
                Line($"{counted} = Min({counted} + 1, {Statement.MostCounted});");
                break;
            case Statement.Pause pause:
                Line(pause.Times == 1 ? "Pause();" : $"Pause() {pause.Times} times;");
                break;
            case Statement.If choice:
                Block($"if ({choice.Condition})", choice.Then);
                if (choice.Else.Length > 0)
                {
                    Block("else", choice.Else);
                }

                break;
            case Statement.Loop loop:
                Block(loop.Turns is int turns ? $"for {turns} turns" : "for ever", loop.Body);
                break;
            case Statement.BreakIf leave:
                Line($"if ({leave.Condition}) break;");
                break;
            case Statement.Throw:
                Line("throw;");
                break;
            case Statement.Try attempt:
                Block("try", attempt.Body);
                if (attempt.Catch != CatchKind.Nothing)
                {
                    string caught = attempt.Catch == CatchKind.Any ? "Exception" : "InvalidOperationException";
                    Block($"catch ({caught})", attempt.Handler);
                }

                if (attempt.Finally.Length > 0)
                {
                    Block("finally", attempt.Finally);
                }

                break;
            default:
                throw new NotSupportedException($"{statement}");
        }
    }

    private static string Text(Statement.Access access, string word) => access.Kind switch
    {
        AccessKind.ReadPlain or AccessKind.ReadAcquire => $"{access.Kind}({word})",
        AccessKind.CompareExchange => $"{access.Kind}({word}, {access.Operand}, {access.Comparand})",
        _ => $"{access.Kind}({word}, {access.Operand})",
    };
}
