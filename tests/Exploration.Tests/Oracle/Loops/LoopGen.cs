using CsCheck;
using static Exploration.Tests.Oracle.Loops.Statement;

namespace Exploration.Tests.Oracle.Loops;

/// <summary>Random programs of two or three actors.</summary>
internal static class LoopGen
{
    private const int Words = 3;
    private static readonly Gen<int> SomeValue = Gen.Frequency((2, Gen.Const(0)), (1, Gen.Int[1, 2]));

    /// <summary>Programs without a loop: on them the machine and the explorer must agree before all else.</summary>
    public static readonly Gen<LoopProgram> StraightLine = Program(SomeValue, actors => Straight().Array[actors]);

    /// <summary>Programs with loops.</summary>
    public static readonly Gen<LoopProgram> WithLoops = Gen.Frequency(
        (6, Program(SomeValue, actors =>
            Gen.Frequency((2, Straight()), (3, Mixed())).Array[actors].SelectMany(Answered))),
        (5, Program(Gen.Const(0), actors =>
            Gen.Select(Between().Array[actors], LockGen.Any(Words, actors), Between().Array[actors]).Select(Around))),
        (1, Gen.Bool.Select(LockGen.QueueLock)))
        .SelectMany(program => Gen.Int[0, 11].SelectMany(step => step > 3 ? Gen.Const(program) : Reduced(program)));

    private static Gen<LoopProgram> Program(Gen<int> initial, Func<int, Gen<Piece[]>> actors) =>
        Gen.Frequency((3, Gen.Const(2)), (2, Gen.Const(3))).SelectMany(actors).SelectMany(pieces =>
            Gen.Select(Gen.Bool, initial).Array[Words].Select(words => new LoopProgram(
                [.. words.Select((word, index) => new LoopWord($"{(char)('x' + index)}", word.Item1, word.Item2))],
                AccessGen.Locals,
                [.. pieces.Select(piece => piece.Body)],
                Piece.Join(pieces).Features)));

    private static Piece[] Around(Piece[] before, Piece[] parts, Piece[] after) =>
        [.. parts.Select((part, actor) => Piece.Join([before[actor], part, after[actor]]))];

    /// <summary>Somebody else does what most waits wait for, before or after everything else.</summary>
    private static Gen<Piece[]> Answered(Piece[] pieces) =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[1, pieces.Length - 1]).Array[pieces.Length].Select(choices =>
        {
            Piece[] answered = [.. pieces];
            for (int actor = 0; actor < pieces.Length; actor++)
            {
                (int place, int distance) = choices[actor];
                int other = (actor + distance) % pieces.Length;
                Statement[] answers = place == 0 ? [] : pieces[actor].Answers;
                Statement[] body = answered[other].Body;
                body = place < 3 ? [.. answers, .. body] : [.. body, .. answers];
                answered[other] = answered[other] with { Body = body };
            }

            return answered;
        });

    /// <summary>One of the programs that are a step smaller: often one that is not right any more.</summary>
    private static Gen<LoopProgram> Reduced(LoopProgram program)
    {
        LoopProgram[] smaller = [.. Shrinker.Reductions(program)];
        return smaller.Length == 0
            ? Gen.Const(program)
            : Gen.Int[0, smaller.Length - 1].Select(index =>
                smaller[index] with { Features = program.Features | Feature.Reduced });
    }

    private static Gen<Piece> Straight() => Simple().Array[1, 5].Select(Piece.Join);

    private static Gen<Piece> Between() => Simple().Array[0, 1].Select(Piece.Join);

    private static Gen<Piece> Mixed() => Gen.Frequency(
        (4, Simple()), (3, WaitGen.Wait(Words)), (1, WaitGen.Spin(Words))).Array[1, 3].Select(Piece.Join);

    private static Gen<Piece> Simple() => Gen.Frequency(
        (6, AccessGen.Statement(Words).Select(statement => Piece.Of(Feature.None, statement))),
        (1, Gen.Select(
            AccessGen.Condition,
            AccessGen.Statement(Words).Array[1, 2],
            AccessGen.Statement(Words).Array[0, 1],
            (condition, then, otherwise) => Piece.Of(Feature.None, new If(condition, then, otherwise)))),
        (1, Gen.Select(AccessGen.Condition, Gen.Int[0, 3], Gen.Int[0, Words - 1], Throwing)));

    private static Piece Throwing(Condition condition, int handling, int word)
    {
        Statement thrown = new If(condition, [new Throw()], []);
        Access write = new(AccessKind.WriteRelease, word, -1, 1);
        return handling switch
        {
            0 => Piece.Of(Feature.None, thrown),
            1 => Piece.Of(Feature.None, new Try([thrown], CatchKind.Nothing, [], [write])),
            2 => Piece.Of(Feature.Caught, new Try([thrown, write], CatchKind.Own, [new Set(0, 2)], [])),
            _ => Piece.Of(Feature.Caught, new Try([thrown], CatchKind.Any, [new Set(0, 2)], [write])),
        };
    }
}
