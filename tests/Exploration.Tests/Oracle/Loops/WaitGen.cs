using CsCheck;
using static Exploration.Tests.Oracle.Loops.Statement;

namespace Exploration.Tests.Oracle.Loops;

/// <summary>Loops of one actor: waits of every kind, and spins that give up.</summary>
internal static class WaitGen
{
    private const int Asked = 0;
    private const int Survivor = 1;
    private const int Counter = 2;
    private static readonly Pause OnePause = new(1);

    /// <summary>A wait that may do more in its turns than to ask.</summary>
    public static Gen<Piece> Wait(int words) => Gen.Frequency(
        (8, Question.Any(words, Asked).Select(question => Wait(question, OnePause))),
        (2, SeveralPauses(words)),
        (2, Question.Any(words, Asked).Select(question =>
            Wait(question, new Count(Counter), new Pause(Operand.Of(Counter)), OnePause).With(Feature.GrowingBackOff))),
        (2, Question.Any(words, Asked).Select(question =>
            Wait(question, new Count(Counter), OnePause).With(Feature.CountsTurns))),
        (3, LocalSurvives(words)),
        (2, TurnWrites(words)),
        (3, TwoWords(words)),
        (2, Gen.Select(Gen.Int[0, words - 1], Gen.Int[0, 1], OnRegister)),
        (4, Guarded(words)));

    /// <summary>A loop that gives up after 1 to 40 turns.</summary>
    public static Gen<Piece> Spin(int words) => Gen.Select(Question.Any(words, Asked), Turns).Select(Spin);

    public static Gen<int> Turns => Gen.Frequency((5, Gen.Int[1, 3]), (2, Gen.Int[4, 16]), (2, Gen.Int[17, 40]));

    public static Piece Spin(Question question, int turns) => Piece.Of(
        question.Feature | (turns > 16 ? Feature.LongSpin : Feature.ShortSpin),
        new Loop(turns, [.. question.Turn, new BreakIf(question.Done), OnePause]));

    public static Piece Wait(Question question, params Statement[] afterFailure)
    {
        Loop loop = new(null, [.. question.Turn, new BreakIf(question.Done), .. afterFailure]);
        return Piece.Of(question.Feature, loop) with { Answers = [question.Answer] };
    }

    private static Gen<Piece> SeveralPauses(int words) => Gen.Select(
        Question.Any(words, Asked), Gen.Int[2, 3], Gen.Bool,
        (question, times, isOne) => Wait(question, isOne ? [new Pause(times)] : [.. Enumerable.Repeat(OnePause, times)])
            .With(Feature.SeveralPauses));

    /// <summary>What a failed turn has seen is still known after the wait.</summary>
    private static Gen<Piece> LocalSurvives(int words) => Gen.Select(
        Gen.Int[0, words - 1], Gen.Bool, Gen.Int[1, 2],
        (word, copies, last) =>
        {
            Statement survives = copies
                ? new Set(Survivor, Operand.Of(Asked))
                : new If(Condition.Equal(Asked, 3 - last), [new Set(Survivor, 1)], []);
            Question question = Question.Read(word, Asked, last);
            return (Wait(question, survives, OnePause) with
            {
                Answers = [new Access(AccessKind.WritePlain, word, -1, 3 - last), question.Answer],
            }).With(Feature.LocalSurvivesTurn);
        });

    /// <summary>Each turn, or each failed one, writes the same again.</summary>
    private static Gen<Piece> TurnWrites(int words) => Gen.Select(
        Question.Any(words, Asked),
        Gen.Int[0, words - 1],
        Gen.OneOf(AccessKind.WritePlain, AccessKind.WriteRelease, AccessKind.Exchange, AccessKind.Or),
        Gen.Bool,
        (question, word, kind, always) =>
        {
            Access write = new(kind, word, -1, 1);
            Piece wait = always
                ? Wait(question with { Turn = [write, .. question.Turn] }, OnePause)
                : Wait(question, write, OnePause);
            return wait.With(Feature.TurnWrites);
        });

    private static Gen<Piece> TwoWords(int words) => Gen.Select(
        Question.Any(words, Asked), Question.Any(words, Survivor), Gen.Bool,
        (first, second, pausesTwice) => Wait(
            first, [.. pausesTwice ? new[] { OnePause } : [], .. second.Turn, new BreakIf(second.Done), OnePause])
            .With(second.Feature | (pausesTwice ? Feature.TwoWordsTwoPauses : Feature.TwoWordsOnePause)));

    private static Piece OnRegister(int word, int value) => Piece.Of(
        Feature.WaitOnRegister,
        new Access(AccessKind.ReadAcquire, word, Asked),
        new Loop(null, [new BreakIf(Condition.NotEqual(Asked, value)), OnePause]));

    /// <summary>A wait whose actor has something to do should it be stopped.</summary>
    private static Gen<Piece> Guarded(int words) => Gen.Select(
        Question.Any(words, Asked), Gen.Int[0, words - 1], Gen.Bool,
        (question, word, catches) =>
        {
            Piece wait = Wait(question, OnePause);
            Try guarded = catches
                ? new Try(wait.Body, CatchKind.Any, [new Set(Survivor, 1)], [])
                : new Try(wait.Body, CatchKind.Nothing, [], [new Access(AccessKind.WriteRelease, word, -1, 1)]);
            return (wait with { Body = [guarded] }).With(catches ? Feature.CatchAroundWait : Feature.FinallyAroundWait);
        });
}
