namespace Exploration.Tests.Oracle.Axioms;

/// <summary>
/// Every candidate execution of a program, by brute force: which compare-and-swaps fail, every modification order of
/// every word, every source of every read. Only what no model allows is left out: writes of one thread to one word out
/// of program order, and an update that does not come right after what it reads.
/// </summary>
internal static class GraphEnumerator
{
    public static IEnumerable<CandidateGraph> Candidates(StraightProgram program)
    {
        int comparisons = program.Threads.Sum(
            thread => thread.Count(operation => operation.Kind == StraightKind.CompareExchange));
        return Enumerable.Range(0, 1 << comparisons)
            .SelectMany(failing => Candidates(program, Events(program, failing)));
    }

    private static GraphEvent[] Events(StraightProgram program, int failing)
    {
        List<GraphEvent> events = [];
        for (int thread = 0; thread < program.Threads.Length; thread++)
        {
            for (int index = 0; index < program.Threads[thread].Length; index++)
            {
                StraightOperation operation = program.Threads[thread][index];
                bool isComparison = operation.Kind == StraightKind.CompareExchange;
                events.AddRange(GraphEvent.Of(thread, index, operation, isComparison && (failing & 1) != 0));
                failing >>= isComparison ? 1 : 0;
            }
        }

        return [.. events];
    }

    private static IEnumerable<CandidateGraph> Candidates(StraightProgram program, GraphEvent[] events)
    {
        List<int[]> orders = [[]];
        for (int word = 0; word < program.Words.Length; word++)
        {
            int[] writes = [.. Enumerable.Range(0, events.Length)
                .Where(number => events[number].IsWrite && events[number].Word == word)];
            orders = [.. orders.SelectMany(
                earlier => Orders(events, writes, []).Select(order => (int[])[.. earlier, .. order]))];
        }

        return orders
            .SelectMany(order => Sources(events, order, 0, new int[events.Length])
                .Select(sources => new CandidateGraph(program, events, sources, PlacesOf(order, events.Length))))
            .Where(graph => graph.FitsItsComparisons);
    }

    /// <summary>The orders of a word's writes that keep program order.</summary>
    private static IEnumerable<int[]> Orders(GraphEvent[] events, int[] left, int[] order) => left.Length == 0
        ? [order]
        : left.Where(next => !left.Any(other => other < next && events[other].Thread == events[next].Thread))
            .SelectMany(next => Orders(events, [.. left.Where(other => other != next)], [.. order, next]));

    private static int[] PlacesOf(int[] order, int size)
    {
        int[] places = new int[size];
        for (int place = 0; place < order.Length; place++)
        {
            places[order[place]] = place;
        }

        return places;
    }

    /// <summary>
    /// For every read a write of its word, or -1 for the initial one; for an update the write before its own.
    /// </summary>
    private static IEnumerable<int[]> Sources(GraphEvent[] events, int[] order, int number, int[] sources)
    {
        if (number == events.Length)
        {
            return [[.. sources]];
        }

        if (!events[number].IsRead)
        {
            return Sources(events, order, number + 1, sources);
        }

        int[] writes = [.. order.Where(write => events[write].Word == events[number].Word).Prepend(-1)];
        return (events[number].IsUpdate ? [writes[Array.IndexOf(writes, number + 1) - 1]] : writes)
            .SelectMany(write => Sources(
                events, order, number + 1, [.. sources[..number], write, .. sources[(number + 1)..]]));
    }
}
