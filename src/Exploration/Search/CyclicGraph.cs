using System.Buffers.Binary;
using System.Security.Cryptography;
using Exploration.Actors;
using Exploration.Division;
using Exploration.Graphs;

namespace Exploration.Search;

/// <summary>What tells executions apart whose program order and reads-from have cycles.</summary>
internal static unsafe class CyclicGraph
{
    /// <summary>
    /// Whether a read is among the causes, by program order and reads-from, of the write that it reads.
    /// </summary>
    public static bool SeesWhatItCauses<TSet>(ExecutionGraph<TSet> graph, int read)
        where TSet : unmanaged, IEventSet<TSet>
    {
        TSet self = EventSets.Of<TSet>(read);
        TSet open = EventSets.Of<TSet>(graph.Events[read].ReadFrom);
        TSet causes = default;
        while (!open.IsEmpty && !causes.Meets(self))
        {
            causes |= open;
            TSet next = default;
            foreach (int number in open)
            {
                ref GraphEvent<TSet> at = ref graph.Events[number];
                next |= at.Previous < 0 ? default : EventSets.Of<TSet>(at.Previous);
                bool reads = (at.Kind & EventKind.Read) != 0;
                next |= !reads || at.ReadFrom < 0 ? default : EventSets.Of<TSet>(at.ReadFrom);
            }

            open = next & ~causes;
        }

        return causes.Meets(self);
    }

    /// <summary>A hash of <see cref="Encode"/>.</summary>
    public static UInt128 HashOf(byte[] encoding)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(encoding, hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    /// <summary>
    /// The accesses, whom each read reads, and the order of each word's writes: equal for equal executions, however
    /// they were found.
    /// </summary>
    public static byte[] Encode<TSet>(ExecutionGraph<TSet> graph)
        where TSet : unmanaged, IEventSet<TSet>
    {
        VarintWriter words = new();
        int[] names = Names(graph);
        for (int thread = 0; thread < graph.Shape.Threads; thread++)
        {
            for (int number = graph.Threads[thread].Last; number >= 0; number = graph.Events[number].Previous)
            {
                ref GraphEvent<TSet> at = ref graph.Events[number];
                bool reads = (at.Kind & EventKind.Read) != 0;
                words.Write(WordTraits.IdOf(graph.Shape.Words, at.Location));
                words.Write((byte)at.Kind);
                words.Write(at.Value);
                words.Write(!reads || at.ReadFrom < 0 ? -1 : names[at.ReadFrom]);
                if (reads && graph.IsCommuting(number))
                {
                    List<int> seen = [];
                    foreach (int add in at.Observed)
                    {
                        seen.Add(names[add]);
                    }

                    seen.Order().ToList().ForEach(name => words.Write(name));
                }
            }
        }

        foreach (int location in InOrder(graph))
        {
            for (int write = graph.Locations[location].FirstWrite; write >= 0; write = graph.Events[write].NextWrite)
            {
                words.Write(names[write]);
            }
        }

        return words.ToArray();
    }

    /// <summary>The locations in an order that is the same in every process.</summary>
    private static IEnumerable<int> InOrder<TSet>(ExecutionGraph<TSet> graph)
        where TSet : unmanaged, IEventSet<TSet> =>
        Enumerable.Range(0, graph.Shape.Locations).OrderBy(location => WordTraits.IdOf(graph.Shape.Words, location));

    /// <summary>Of each event its thread and how many come before it there.</summary>
    private static int[] Names<TSet>(ExecutionGraph<TSet> graph)
        where TSet : unmanaged, IEventSet<TSet>
    {
        int[] names = new int[graph.Present.Length()];
        foreach (int number in graph.Present)
        {
            int before = 0;
            for (int earlier = graph.Events[number].Previous; earlier >= 0; earlier = graph.Events[earlier].Previous)
            {
                before++;
            }

            names[number] = (graph.Events[number].Thread * GraphLimits.MaxEvents) + before;
        }

        return names;
    }
}
