using Exploration.Tests.Oracle.Dotnet.Notation;
using Exploration.Tests.Oracle.Dotnet.Traces;

namespace Exploration.Tests.Oracle.Dotnet.Graphs;

/// <summary>How the accesses of one word are connected.</summary>
/// <param name="Location">The word.</param>
/// <param name="Order">Its writes in coherence order; the initial write is before them all.</param>
/// <param name="Sources">For each read the write that it reads, <see cref="Initial"/> for the initial one.</param>
internal sealed record LocationChoice(Location Location, int[] Order, IReadOnlyList<KeyValuePair<int, int>> Sources)
{
    /// <summary>The initial write, which is no event.</summary>
    public const int Initial = -1;

    /// <summary>The choices that are coherent and in which updates are atomic.</summary>
    public static IEnumerable<LocationChoice> Of(Combination combination, Location location, int[] accesses)
    {
        int[] writes = [.. accesses.Where(number => combination[number].IsWrite)];
        int[] reads = [.. accesses.Where(number => combination[number].IsRead)];
        int[][] sources = [.. reads.Select(read => SourcesOf(combination, location, read, writes))];
        return sources.Any(each => each.Length == 0)
            ? []
            : Products.Orders(writes).Where(order => KeepsProgramOrder(combination, order)).SelectMany(order =>
                Products.Of(sources)
                    .Where(chosen => IsCoherent(combination, order, reads, chosen))
                    .Select(chosen => new LocationChoice(
                        location, order, [.. reads.Zip(chosen, KeyValuePair.Create)])));
    }

    private static int[] SourcesOf(Combination combination, Location location, int read, int[] writes)
    {
        Value value = combination[read].Value;
        IEnumerable<int> initial = combination.Program.InitialOf(location) == value ? [Initial] : [];
        return
        [
            .. initial,
            .. writes.Where(write => combination[write].Value == value
                && !combination.Nodes[read].IsBefore(combination.Nodes[write])),
        ];
    }

    private static bool KeepsProgramOrder(Combination combination, int[] order)
    {
        for (int later = 1; later < order.Length; later++)
        {
            for (int earlier = 0; earlier < later; earlier++)
            {
                if (combination.Nodes[order[later]].IsBefore(combination.Nodes[order[earlier]]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsCoherent(Combination combination, int[] order, int[] reads, int[] sources)
    {
        Node[] nodes = combination.Nodes;
        for (int index = 0; index < reads.Length; index++)
        {
            int read = reads[index];
            int place = Array.IndexOf(order, sources[index]);
            for (int other = 0; other < order.Length; other++)
            {
                if ((nodes[order[other]].IsBefore(nodes[read]) && other > place)
                    || (nodes[read].IsBefore(nodes[order[other]]) && other <= place))
                {
                    return false;
                }
            }

            for (int later = 0; later < reads.Length; later++)
            {
                if (nodes[read].IsBefore(nodes[reads[later]]) && Array.IndexOf(order, sources[later]) < place)
                {
                    return false;
                }
            }

            TraceEvent each = combination[read];
            if (each.IsUpdate && Array.IndexOf(order, read + 1) != place + 1)
            {
                return false;
            }
        }

        return true;
    }
}
