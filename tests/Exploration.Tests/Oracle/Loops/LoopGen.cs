using CsCheck;
using static Exploration.Tests.Oracle.Loops.Statement;

namespace Exploration.Tests.Oracle.Loops;

/// <summary>Random programs of two or three actors.</summary>
internal static class LoopGen
{
    private const int Words = 3;

    /// <summary>Programs without a loop: the machine and the explorer must agree on them before anything else.</summary>
    public static readonly Gen<LoopProgram> StraightLine = Program(
        actors => Straight().Array[actors]);

    /// <summary>Programs with loops.</summary>
    public static readonly Gen<LoopProgram> WithLoops = Gen.Frequency(
        (6, Program(actors => Gen.Frequency((2, Straight()), (3, Mixed())).Array[actors])),
        (5, Program(actors => Gen.Select(Between().Array[actors], LockGen.Any(Words, actors), Between().Array[actors]).Select(
            (before, parts, after) => parts.Select((part, actor) => Piece.Join([before[actor], part, after[actor]])).ToArray()))),
        (1, Gen.Bool.Select(LockGen.QueueLock)))
        .SelectMany(program => Gen.Int[0, 11].SelectMany(step => step > 3 ? Gen.Const(program) : Reduced(program)));

    private static Gen<LoopProgram> Program(Func<int, Gen<Piece[]>> actors) =>
        Gen.Frequency((3, Gen.Const(2)), (2, Gen.Const(3))).SelectMany(actors).SelectMany(pieces => Gen.Bool.Array[Words].Select(
            isWide => new LoopProgram(
                [.. isWide.Select((wide, word) => new LoopWord($"{(char)('x' + word)}", wide))],
                AccessGen.Locals,
                [.. pieces.Select(piece => piece.Body)],
                Piece.Join(pieces).Features)));

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
        (3, Simple()), (4, WaitGen.Wait(Words)), (1, WaitGen.Spin(Words))).Array[1, 3].Select(Piece.Join);

    private static Gen<Piece> Simple() => Gen.Frequency(
        (6, AccessGen.Statement(Words).Select(statement => Piece.Of(Feature.None, statement))),
        (1, Gen.Select(AccessGen.Condition, AccessGen.Statement(Words).Array[1, 2], AccessGen.Statement(Words).Array[0, 1], (condition, then, otherwise) =>
            Piece.Of(Feature.None, new If(condition, then, otherwise)))),
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
