using System.Numerics;

namespace Runs.Auditing;

/// <summary>
/// Whether a mapcount that was read without a recheck can have been there at some moment of the read. The sections up
/// to the number read before it are in it. Of the later ones that began before the number read after it, some are: of
/// each worker's, the first few, because a worker's sections follow each other.
/// </summary>
internal static class WindowAnswer
{
    /// <summary>
    /// Beyond this spread of reachable mapcounts only the bounds are compared; a window that wide is an outlier.
    /// </summary>
    private const int MaxSpread = 1 << 20;

    /// <summary>Whether the mapcount seen can be explained.</summary>
    /// <param name="mapcount">Mapcount at the number read before.</param>
    /// <param name="later">The sections after that number, in the order of their stamps.</param>
    /// <param name="moved">How far the number read after the mapcount lies above the one read before.</param>
    /// <param name="seen">The mapcount seen.</param>
    public static bool CanExplain(int mapcount, ReadOnlySpan<SectionInOrder> later, int moved, int seen)
    {
        if (seen == mapcount)
        {
            return true;
        }

        Dictionary<int, List<int>> prefixes = PrefixesByWorker(later, moved);
        long lowest = prefixes.Values.Sum(sums => Math.Min(0L, sums.Min()));
        long highest = prefixes.Values.Sum(sums => Math.Max(0L, sums.Max()));
        long wanted = (long)seen - mapcount;
        if (wanted < lowest || wanted > highest)
        {
            return false;
        }

        return highest - lowest > MaxSpread || IsReachable(prefixes.Values, lowest, wanted);
    }

    private static Dictionary<int, List<int>> PrefixesByWorker(ReadOnlySpan<SectionInOrder> later, int moved)
    {
        Dictionary<int, List<int>> prefixes = [];
        for (int index = 0; index < later.Length; index++)
        {
            SectionInOrder section = later[index];

            // The section's begin, counted like `moved` from the number read before the mapcount.
            bool beganInTime = section.BeganBack == SectionEntry.FarBack || moved == SectionEntry.FarBack
                || index + 1 - section.BeganBack <= moved;
            if (!beganInTime)
            {
                continue;
            }

            if (!prefixes.TryGetValue(section.Worker, out List<int>? sums))
            {
                prefixes.Add(section.Worker, sums = []);
            }

            sums.Add((sums.Count == 0 ? 0 : sums[^1]) + section.Delta);
        }

        return prefixes;
    }

    /// <summary>Bit b of the set says that the sum <c>lowest + b</c> can be reached.</summary>
    private static bool IsReachable(IEnumerable<List<int>> prefixes, long lowest, long wanted)
    {
        int origin = (int)-lowest;
        BigInteger reachable = BigInteger.One << origin;
        foreach (List<int> sums in prefixes)
        {
            reachable = sums.Aggregate(reachable,
                (all, sum) => all | (sum >= 0 ? reachable << sum : reachable >> -sum));
        }

        return !((reachable >> (int)(wanted + origin)) & BigInteger.One).IsZero;
    }
}
