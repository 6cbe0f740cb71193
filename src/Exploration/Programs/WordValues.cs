using System.Text;
using Exploration.Graphs;

namespace Exploration.Programs;

/// <summary>
/// What the reads of a thread may return in a run that shows what a write depends on: the values that the graph holds
/// for the word, 0 or null, and one number that nobody mentions.
/// </summary>
internal sealed class WordValues
{
    /// <summary>Small, so that code which counts up to it comes to an end.</summary>
    private const long Fresh = 77_777;

    private readonly long[][] _any;
    private readonly long[][] _foreign;

    private WordValues(int locations)
    {
        _any = new long[locations][];
        _foreign = new long[locations][];
    }

    /// <summary>Equal for equal values.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Collects the values of a graph.</summary>
    /// <param name="program">The program.</param>
    /// <param name="graph">The graph.</param>
    /// <param name="thread">The thread whose reads are asked for.</param>
    public static unsafe WordValues Of<TSet>(Program program, ExecutionGraph<TSet> graph, int thread)
        where TSet : unmanaged, IEventSet<TSet>
    {
        int locations = graph.Shape.Locations;
        WordValues values = new(locations);
        StringBuilder key = new();
        for (int location = 0; location < locations; location++)
        {
            SortedSet<long> any = [program.Initial[location]];
            SortedSet<long> foreign = [];
            foreach (int write in graph.Locations[location].Writes)
            {
                any.Add(graph.Events[write].Value);
                if (graph.Events[write].Thread != thread)
                {
                    foreign.Add(graph.Events[write].Value);
                }
            }

            foreach (int guess in graph.Guesses)
            {
                if (graph.Events[guess].Location == location)
                {
                    // Somebody else is still to write it.
                    any.Add(graph.Events[guess].Value);
                    foreign.Add(graph.Events[guess].Value);
                }
            }

            values.Set(program, location, any, foreign);
            key.AppendJoin(',', any).Append('/').AppendJoin(',', foreign).Append(';');
        }

        values.Key = key.ToString();
        return values;
    }

    /// <summary>Collects what actors write in any execution.</summary>
    /// <param name="program">The program.</param>
    /// <param name="written">The writes.</param>
    /// <param name="thread">The thread whose reads are asked for.</param>
    public static WordValues Of(
        Program program, IReadOnlyCollection<(int Thread, int Location, long Value)> written, int thread)
    {
        WordValues values = new(program.Initial.Length);
        for (int location = 0; location < program.Initial.Length; location++)
        {
            (int Thread, int Location, long Value)[] writes = [.. written.Where(each => each.Location == location)];
            values.Set(
                program,
                location,
                [program.Initial[location], .. writes.Select(each => each.Value)],
                [.. writes.Where(each => each.Thread != thread).Select(each => each.Value)]);
        }

        return values;
    }

    private void Set(Program program, int location, SortedSet<long> any, SortedSet<long> foreign)
    {
        bool isReference = program.Words.Length > 0 && program.Words[location].HoldsReference;
        any.Add(0);
        long other = isReference ? 0 : FreshIn(any);
        any.Add(other);
        if (!isReference && foreign.Count > 0)
        {
            foreign.Add(0);
            foreign.Add(other);
        }

        // The fresh value first: most writes that depend on a read are seen to with it.
        _any[location] = [.. any.OrderByDescending(value => value == other)];
        _foreign[location] = [.. foreign.OrderByDescending(value => value == other)];
    }

    /// <summary>What a read may return before its thread has written the word.</summary>
    public long[] Any(int location) => _any[location];

    /// <summary>What a read behind a write of its own thread may return besides what was written there.</summary>
    public long[] Foreign(int location) => _foreign[location];

    private static long FreshIn(SortedSet<long> values)
    {
        long fresh = Fresh;
        while (values.Contains(fresh))
        {
            fresh++;
        }

        return fresh;
    }
}
