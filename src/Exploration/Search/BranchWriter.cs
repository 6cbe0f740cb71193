using Exploration.Division;
using Exploration.Graphs;

namespace Exploration.Search;

/// <summary>Writes down what the events of a graph chose, and when each of them came.</summary>
/// <remarks>
/// Numbers of events depend on how a graph has come about; here an event is named by its place among the events of all
/// actors, in the order of the actors. Values, operations and words are not written down: the actors say them again.
/// </remarks>
internal static unsafe class BranchWriter
{
    /// <summary>The choices of a graph.</summary>
    public static byte[] Write<TSet>(ExecutionGraph<TSet> graph)
        where TSet : unmanaged, IEventSet<TSet>
    {
        int[] order = InProgramOrder(graph);
        int[] places = new int[graph.Present.Length()];
        int[] ranks = new int[places.Length];
        for (int place = 0; place < order.Length; place++)
        {
            places[order[place]] = place;
        }

        int rank = 0;
        foreach (int number in order.OrderBy(number => graph.Events[number].Stamp))
        {
            ranks[number] = rank++;
        }

        VarintWriter writer = new();
        for (int thread = 0; thread < graph.Shape.Threads; thread++)
        {
            writer.Write(graph.Threads[thread].Events.Count());
        }

        foreach (int number in order)
        {
            writer.Write(ranks[number]);
            WriteChoice(writer, graph, number, places);
        }

        return writer.ToArray();
    }

    private static void WriteChoice<TSet>(VarintWriter writer, ExecutionGraph<TSet> graph, int number, int[] places)
        where TSet : unmanaged, IEventSet<TSet>
    {
        EventKind access = graph.KindOf(number) & (EventKind.Read | EventKind.Write);
        ref GraphEvent<TSet> at = ref graph.Events[number];
        if (graph.IsCommuting(number) && access == EventKind.Read)
        {
            writer.Write((int)BranchChoice.Observe);
            writer.Write(at.Observed.Count());
            List<int> seen = [];
            foreach (int add in at.Observed)
            {
                seen.Add(places[add]);
            }

            seen.Order().ToList().ForEach(place => writer.Write(place));
        }
        else if (graph.IsCommuting(number) || access == EventKind.None)
        {
            writer.Write((int)BranchChoice.None);
        }
        else if (access == EventKind.Write)
        {
            writer.Write((int)BranchChoice.Write);
            writer.Write(at.PreviousWrite < 0 ? -1 : places[at.PreviousWrite]);
        }
        else if (at.ReadFrom == GraphLimits.Guessed)
        {
            writer.Write((int)BranchChoice.Guess);
            writer.Write(at.Value);
        }
        else
        {
            writer.Write((int)BranchChoice.Read);
            writer.Write(at.ReadFrom < 0 ? -1 : places[at.ReadFrom]);
        }
    }

    /// <summary>The numbers of all events, thread by thread.</summary>
    private static int[] InProgramOrder<TSet>(ExecutionGraph<TSet> graph)
        where TSet : unmanaged, IEventSet<TSet>
    {
        int[] order = new int[graph.Present.Count()];
        int end = 0;
        for (int thread = 0; thread < graph.Shape.Threads; thread++)
        {
            end += graph.Threads[thread].Events.Count();
            int place = end;
            for (int number = graph.Threads[thread].Last; number >= 0; number = graph.Events[number].Previous)
            {
                order[--place] = number;
            }
        }

        return order;
    }
}
