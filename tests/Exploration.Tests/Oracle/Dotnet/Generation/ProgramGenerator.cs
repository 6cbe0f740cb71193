using System.Collections.Immutable;
using Exploration.Tests.Oracle.Dotnet.Notation;

namespace Exploration.Tests.Oracle.Dotnet.Generation;

/// <summary>Random programs that are small enough for the oracle. Equal seeds give equal programs.</summary>
internal static class ProgramGenerator
{
    /// <summary>The most candidates, by a rough count.</summary>
    private const long MostCandidates = 3_000;

    /// <summary>Programs of some kinds in turn.</summary>
    public static IEnumerable<SmallProgram> Programs(int seed, params ProgramKind[] kinds)
    {
        for (int number = 0; ; number++)
        {
            Random random = new(unchecked((seed * 1_000_003) + number));
            SmallProgram program;
            do
            {
                program = Draw(kinds[number % kinds.Length], random);
            }
            while (Candidates(program) > MostCandidates);
            yield return program;
        }
    }

    private static SmallProgram Draw(ProgramKind kind, Random random)
    {
        int threads = random.Next(5) < 3 ? 2 : 3;
        string[] words = random.Next(3) == 0 ? ["x", "y", "z"] : ["x", "y"];
        return new SmallProgram(
            [.. Enumerable.Range(0, threads).Select(number => Thread(kind, random, words, number, threads))],
            ImmutableDictionary<string, Value>.Empty);
    }

    private static Statement[] Thread(ProgramKind kind, Random random, string[] words, int number, int threads)
    {
        ThreadGenerator thread = new(random, words, kind == ProgramKind.Plain ? 0.1 : 0.3);
        int length = random.Next(1, threads == 2 ? 5 : 4);
        Statement[] Some(int count) => [.. Enumerable.Range(0, count).Select(_ => thread.Any())];
        switch (kind)
        {
            case ProgramKind.Words:
                return Some(length);
            case ProgramKind.Plain:
                return [.. Enumerable.Range(0, length).SelectMany(_ => thread.Plain())];
            case ProgramKind.Ring:
                return
                [
                    thread.Any(new Place.Word($"w{number}")),
                    .. Some(random.Next(2)),
                    thread.Any(new Place.Word($"w{(number + 1) % threads}")),
                ];
            case ProgramKind.Locks:
                return
                [
                    .. Some(random.Next(2)),
                    new Statement.Lock(new Place.Word("l")),
                    .. Some(random.Next(1, 3)),
                    new Statement.Unlock(new Place.Word("l")),
                    .. Some(random.Next(2)),
                ];
            case ProgramKind.References:
                ReferenceGenerator references = new(random, number < 2 ? $"{(char)('A' + number)}" : null);
                return [.. Enumerable.Range(0, length).SelectMany(_ => references.Next())];
            case ProgramKind.Updates:
                return [.. Enumerable.Range(0, length).Select(_ => thread.OrUpdate())];
            case ProgramKind.Waits:
                return [.. Some(random.Next(2)), thread.Wait(thread.Word()), .. Some(random.Next(1, 3))];
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, null);
        }
    }

    /// <summary>Three sources for each read, two places for each write.</summary>
    private static long Candidates(SmallProgram program) => StatementWalk.Of(program).Aggregate(
        1L,
        (product, statement) => product * statement switch
        {
            Statement.Read or Statement.Until or Statement.Lock => 3,
            Statement.Update => 4,
            Statement.Write or Statement.Unlock => 2,
            Statement.If or Statement.Let or Statement.Barrier or Statement.Stop => 1,
            _ => throw new ArgumentOutOfRangeException(nameof(program), statement, null),
        });
}
