using CsCheck;

namespace Exploration.Tests.Oracle.Axioms;

/// <summary>A program without branches: actors that perform a list of operations each.</summary>
/// <param name="Threads">The operations of each actor.</param>
/// <param name="Words">The words that they work on; all start at 0.</param>
internal sealed record StraightProgram(StraightOperation[][] Threads, StraightWord[] Words)
{
    private static readonly Gen<StraightKind> Kind = Gen.Frequency(
        (3, Gen.Const(StraightKind.ReadPlain)),
        (2, Gen.Const(StraightKind.ReadAcquire)),
        (3, Gen.Const(StraightKind.WritePlain)),
        (2, Gen.Const(StraightKind.Exchange)),
        (10, Gen.Enum<StraightKind>()));

    private static readonly Gen<long> Value = Gen.Frequency(
        (6, Gen.Long[1, 2]), (1, Gen.OneOf(Gen.Const(-1L), Gen.Const((long)int.MaxValue), Gen.Const(long.MaxValue))));

    /// <summary>
    /// Programs of two actors with up to four operations or three with up to three, on any of the words.
    /// </summary>
    public static Gen<StraightProgram> Over(params StraightWord[] words)
    {
        Gen<StraightOperation> operation = Gen.Int[0, words.Length - 1].SelectMany(Operation);
        return Gen.OneOf(operation.Array[1, 4].Array[2], operation.Array[1, 3].Array[3])
            .Select(threads => new StraightProgram(threads, words));
    }

    /// <summary>
    /// Programs with as many actors as words: each performs an operation on its own word, often another, then one on
    /// the next actor's word. Such rings are what tells memory models apart (Alglave and Maranget's diy makes its tests
    /// of them).
    /// </summary>
    public static Gen<StraightProgram> Ring(params StraightWord[] words)
    {
        Gen<StraightProgram> ring = Gen.Const(new StraightProgram([], words));
        for (int actor = 0; actor < words.Length; actor++)
        {
            Gen<StraightOperation[]> thread = Gen.Select(
                Operation(actor),
                Gen.OneOf(Operation(actor).Array[0], Gen.Int[0, words.Length - 1].SelectMany(Operation).Array[0, 1]),
                Operation((actor + 1) % words.Length),
                (first, between, last) => (StraightOperation[])[first, .. between, last]);
            ring = Gen.Select(ring, thread, (program, next) => program with { Threads = [.. program.Threads, next] });
        }

        return ring;
    }

    private static Gen<StraightOperation> Operation(int word) => Gen.Select(
        Kind, Value, Gen.Long[0, 2], (kind, value, comparand) => new StraightOperation(kind, word, value, comparand));

    public override string ToString() =>
        string.Join(" ∥ ", Threads.Select(thread => string.Join("; ", thread)))
        + $"; {string.Join(", ", Words.AsEnumerable())}";
}
