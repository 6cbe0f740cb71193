namespace Exploration.Tests.Oracle.Loops;

/// <summary>Makes a program smaller, one step at a time.</summary>
internal static class Shrinker
{
    /// <summary>The smallest program that still fails and is reached by steps that all fail.</summary>
    public static LoopProgram Shrink(LoopProgram program, Func<LoopProgram, bool> fails)
    {
        while (Reductions(program).FirstOrDefault(fails) is LoopProgram smaller)
        {
            program = smaller;
        }

        return program;
    }

    /// <summary>The programs that are one step smaller.</summary>
    public static IEnumerable<LoopProgram> Reductions(LoopProgram program)
    {
        for (int actor = 0; actor < program.Actors.Length && program.Actors.Length > 1; actor++)
        {
            yield return program with { Actors = [.. program.Actors.Where((_, index) => index != actor)] };
        }

        for (int actor = 0; actor < program.Actors.Length; actor++)
        {
            IEnumerable<Statement[]> bodies = Reductions(program.Actors[actor]);
            foreach (Statement[] body in bodies.Where(body => IsValid(body, isInLoop: false)))
            {
                Statement[][] actors = [.. program.Actors];
                actors[actor] = body;
                yield return program with { Actors = actors };
            }
        }
    }

    private static IEnumerable<Statement[]> Reductions(Statement[] body)
    {
        for (int index = 0; index < body.Length; index++)
        {
            yield return [.. body[..index], .. body[(index + 1)..]];
        }

        for (int index = 0; index < body.Length; index++)
        {
            foreach (Statement[] smaller in Reductions(body[index]))
            {
                yield return [.. body[..index], .. smaller, .. body[(index + 1)..]];
            }
        }
    }

    private static IEnumerable<Statement[]> Reductions(Statement statement) => statement switch
    {
        Statement.Pause { Times: var times } when times != 1 => [[new Statement.Pause(1)]],
        Statement.If choice =>
        [
            choice.Then,
            choice.Else,
            .. Reductions(choice.Then).Select(body => One(choice with { Then = body })),
            .. Reductions(choice.Else).Select(body => One(choice with { Else = body })),
        ],
        Statement.Loop loop =>
        [
            loop.Body,
            .. Fewer(loop.Turns).Select(turns => One(loop with { Turns = turns })),
            .. Reductions(loop.Body).Select(body => One(loop with { Body = body })),
        ],
        Statement.Try { Catch: not CatchKind.Nothing } attempt =>
        [
            [.. attempt.Body, .. attempt.Finally],
            One(attempt with { Catch = CatchKind.Nothing, Handler = [] }),
            .. Reductions(attempt.Handler).Select(body => One(attempt with { Handler = body })),
            .. Reductions(attempt.Body).Select(body => One(attempt with { Body = body })),
            .. Reductions(attempt.Finally).Select(body => One(attempt with { Finally = body })),
        ],
        Statement.Try attempt =>
        [
            [.. attempt.Body, .. attempt.Finally],
            .. Reductions(attempt.Body).Select(body => One(attempt with { Body = body })),
            .. Reductions(attempt.Finally).Select(body => One(attempt with { Finally = body })),
        ],
        _ => [],
    };

    private static IEnumerable<int> Fewer(int? turns) =>
        turns is int count ? new[] { 1, count / 2, count - 1 }.Where(fewer => fewer > 0 && fewer < count) : [];

    private static Statement[] One(Statement statement) => [statement];

    /// <summary>A break needs a loop, and a loop for ever a pause in each turn.</summary>
    private static bool IsValid(Statement[] body, bool isInLoop) => Array.TrueForAll(body, statement => statement switch
    {
        Statement.BreakIf => isInLoop,
        Statement.If choice => IsValid(choice.Then, isInLoop) && IsValid(choice.Else, isInLoop),
        Statement.Loop loop => IsValid(loop.Body, isInLoop: true)
            && (loop.Turns is not null || loop.Body.Any(part => part is Statement.Pause { Times.IsLocal: false })),
        Statement.Try attempt => IsValid(attempt.Body, isInLoop) && IsValid(attempt.Handler, isInLoop),
        _ => true,
    });
}
