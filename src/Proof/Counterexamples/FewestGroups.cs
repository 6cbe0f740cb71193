namespace Proof.Counterexamples;

/// <summary>
/// How few MMs can carry a vanishing vector: the mappings fall into one group per MM, and each digit's count must be
/// the sum of some of the groups.
/// </summary>
internal static class FewestGroups
{
    private static readonly GroupMatrix[] Matrices = [.. GroupMatrix.All()];

    /// <summary>
    /// Group sizes whose subset sums include every count. Up to four groups are the fewest there are, since three or
    /// less have been ruled out; more may not be.
    /// </summary>
    /// <param name="counts">Mappings per digit, absolute values; at least one is not 0.</param>
    /// <param name="capacity">Largest sum of the groups, at least the largest count.</param>
    public static int[] Find(IEnumerable<int> counts, int capacity)
    {
        int[] values = [.. counts.Where(count => count != 0).Distinct().Order()];
        return values.Length switch
        {
            1 => values,
            3 when values[0] + values[1] == values[2] => values[..2],
            >= 4 and <= 7 when TryThree(values, capacity) is { } three => three,
            _ => Nest(values),
        };
    }

    /// <summary>Whether some of the groups sum up to a count, and which (one bit each).</summary>
    public static int? Subset(ReadOnlySpan<int> groups, int count)
    {
        for (int subset = 0; subset < 1 << groups.Length; subset++)
        {
            int sum = 0;
            for (int group = 0; group < groups.Length; group++)
            {
                sum += ((subset >> group) & 1) * groups[group];
            }

            if (sum == count)
            {
                return subset;
            }
        }

        return null;
    }

    /// <summary>One group per distinct count: each count is the sum of the groups up to its own.</summary>
    private static int[] Nest(int[] values) =>
        [.. values.Select((value, index) => index == 0 ? value : value - values[index - 1])];

    /// <summary>
    /// Tries every way to write three of the counts as independent sums of three groups. That misses nothing: four
    /// different sums of three groups always hold three that are independent.
    /// </summary>
    private static int[]? TryThree(int[] values, int capacity)
    {
        for (int first = 0; first < values.Length; first++)
        {
            for (int second = first + 1; second < values.Length; second++)
            {
                for (int third = second + 1; third < values.Length; third++)
                {
                    foreach (GroupMatrix matrix in Matrices)
                    {
                        if (matrix.Solve(values[first], values[second], values[third]) is var (a, b, c)
                            && a + b + c <= capacity
                            && Covers(a, b, c, values))
                        {
                            return [a, b, c];
                        }
                    }
                }
            }
        }

        return null;
    }

    private static bool Covers(int a, int b, int c, int[] values)
    {
        foreach (int value in values)
        {
            bool isSum = value == a || value == b || value == c
                || value == a + b || value == a + c || value == b + c || value == a + b + c;
            if (!isSum)
            {
                return false;
            }
        }

        return true;
    }
}
