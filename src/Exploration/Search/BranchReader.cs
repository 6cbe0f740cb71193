using Exploration.Division;
using Exploration.Graphs;

namespace Exploration.Search;

/// <summary>Reads what a <see cref="BranchWriter"/> wrote.</summary>
internal static class BranchReader
{
    /// <summary>The events of a branch, actor by actor; none for the root.</summary>
    /// <param name="branch">The branch.</param>
    /// <param name="threads">How many actors there are.</param>
    /// <exception cref="ExplorationException">It is no branch of a program with so many actors.</exception>
    public static BranchEvent[] Read(Branch branch, int threads)
    {
        if (branch.Choices.Length == 0)
        {
            return [];
        }

        try
        {
            return Read(new VarintReader(branch.Choices), threads);
        }
        catch (FormatException broken)
        {
            throw new ExplorationException($"A branch of another scenario or build: {broken.Message}.");
        }
    }

    private static BranchEvent[] Read(VarintReader reader, int threads)
    {
        int[] threadOf = [.. Enumerable.Range(0, threads)
            .Select(thread => (Thread: thread, Count: reader.Read(GraphLimits.MaxEvents + 1))).ToArray()
            .SelectMany(each => Enumerable.Repeat(each.Thread, each.Count))];
        BranchEvent[] events = [.. threadOf.Select(thread => ReadEvent(reader, thread, threadOf.Length))];
        bool isOrder = events.Select(each => each.Rank).Distinct().Count() == events.Length;
        return isOrder && reader.IsAtEnd
            ? events
            : throw new FormatException("its events have no order, or more follows");
    }

    private static BranchEvent ReadEvent(VarintReader reader, int thread, int count)
    {
        int rank = reader.Read(count);
        BranchChoice choice = (BranchChoice)reader.Read((int)BranchChoice.Write + 1);
        return choice switch
        {
            BranchChoice.None => new BranchEvent(thread, rank, choice, GraphLimits.Initial, 0, []),
            BranchChoice.Read or BranchChoice.Write =>
                new BranchEvent(thread, rank, choice, ReadSource(reader, count), 0, []),
            BranchChoice.Guess => new BranchEvent(thread, rank, choice, GraphLimits.Guessed, reader.Read(), []),
            BranchChoice.Observe => new BranchEvent(
                thread, rank, choice, GraphLimits.Initial, 0,
                [.. Enumerable.Range(0, reader.Read(count)).Select(_ => reader.Read(count))]),
            _ => throw new FormatException($"{choice} is no choice"),
        };
    }

    private static int ReadSource(VarintReader reader, int count) =>
        reader.Read() is long place && place >= GraphLimits.Initial && place < count
            ? (int)place
            : throw new FormatException("an event has a source that is not there");
}
