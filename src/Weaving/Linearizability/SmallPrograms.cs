namespace Weaving.Linearizability;

/// <summary>Programs of two actors, the smallest first.</summary>
internal static class SmallPrograms
{
    /// <summary>All programs with at most so many calls: two actors that swap places make one program.</summary>
    public static IEnumerable<OperationCall[][]> UpTo(int calls, IReadOnlyList<OperationCall> choices)
    {
        for (int total = 2; total <= calls; total++)
        {
            for (int second = 1; second <= total / 2; second++)
            {
                foreach (OperationCall[] left in Sequences(total - second, choices))
                {
                    foreach (OperationCall[] right in Sequences(second, choices))
                    {
                        yield return [left, right];
                    }
                }
            }
        }
    }

    private static IEnumerable<OperationCall[]> Sequences(int length,
        IReadOnlyList<OperationCall> choices) => length == 0
        ? [[]]
        : Sequences(length - 1, choices)
            .SelectMany(shorter => choices.Select(choice => (OperationCall[])[.. shorter, choice]));
}
