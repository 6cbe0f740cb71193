namespace Weaving.Linearizability;

/// <summary>Programs at random, and smaller ones made of them.</summary>
internal sealed class RandomPrograms(OperationSet operations, int seed)
{
    private const int MostActors = 3;
    private const int LargestNumber = 9;

    private readonly Random _random = new(seed);

    /// <summary>A program of two or three actors.</summary>
    /// <param name="calls">Calls at most; at least 2.</param>
    public OperationCall[][] Next(int calls)
    {
        int total = _random.Next(2, calls + 1);
        List<OperationCall>[] actors =
            [.. Enumerable.Range(0, _random.Next(2, Math.Min(total, MostActors) + 1))
                .Select(_ => new List<OperationCall>())];
        for (int call = 0; call < total; call++)
        {
            // Nobody is left without a call.
            actors[call < actors.Length ? call : _random.Next(actors.Length)]
                .Add(operations.Make(_random.Next(operations.Count), () => _random.Next(1, LargestNumber + 1)));
        }

        return [.. actors.Select(actor => actor.ToArray())];
    }

    /// <summary>The smallest program that fails like one, as far as leaving out and lessening leads.</summary>
    /// <param name="program">It fails.</param>
    /// <param name="fails">Whether another does.</param>
    public OperationCall[][] Shrink(OperationCall[][] program, Func<OperationCall[][], bool> fails)
    {
        while (Smaller(program).FirstOrDefault(fails) is OperationCall[][] smaller)
        {
            program = smaller;
        }

        return program;
    }

    /// <summary>Without an actor, without a call, with a smaller argument: the greatest step first.</summary>
    private IEnumerable<OperationCall[][]> Smaller(OperationCall[][] program)
    {
        for (int actor = 0; program.Length > 2 && actor < program.Length; actor++)
        {
            yield return [.. program[..actor], .. program[(actor + 1)..]];
        }

        for (int actor = 0; actor < program.Length; actor++)
        {
            OperationCall[] calls = program[actor];
            for (int call = 0; calls.Length > 1 && call < calls.Length; call++)
            {
                yield return [.. program[..actor], [.. calls[..call], .. calls[(call + 1)..]],
                    .. program[(actor + 1)..]];
            }
        }

        for (int actor = 0; actor < program.Length; actor++)
        {
            OperationCall[] calls = program[actor];
            for (int call = 0; call < calls.Length; call++)
            {
                foreach (OperationCall lesser in operations.Lesser(calls[call]))
                {
                    yield return
                    [
                        .. program[..actor], [.. calls[..call], lesser, .. calls[(call + 1)..]],
                        .. program[(actor + 1)..],
                    ];
                }
            }
        }
    }
}
