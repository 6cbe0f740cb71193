using Exploration.Actors;
using Exploration.Graphs;

namespace Exploration.Counterexamples;

/// <summary>Says which reordering lets a read miss a write that comes before it in the order shown.</summary>
internal static unsafe class ReorderingExplainer
{
    /// <summary>One sentence for each read that returns an older value than the order shown explains.</summary>
    public static IReadOnlyList<string> Explain(
        Program program, ref ExecutionGraph graph, Schedule schedule, Dictionary<int, int> stepOf)
    {
        List<string> sentences = [];
        ulong done = 0;
        foreach (int number in schedule.Events)
        {
            if ((graph.KindOf(number) & EventKind.Read) != 0)
            {
                ulong missed = done & graph.WritesAfter(number);
                if (missed != 0)
                {
                    ulong known = missed & graph.Causes[number];
                    sentences.Add(Explain(program, ref graph, stepOf, number, NewestOf(schedule, known != 0 ? known : missed)));
                }
            }

            done |= ExecutionGraph.Bit(number);
        }

        return sentences;
    }

    private static int NewestOf(Schedule schedule, ulong events) =>
        schedule.Events.Last(number => (events & ExecutionGraph.Bit(number)) != 0);

    private static string Explain(Program program, ref ExecutionGraph graph, Dictionary<int, int> stepOf, int read, int missed)
    {
        string location = program.Instance.Locations[graph.Location[read]].Name;
        string what = $"{NameOf(program, ref graph, read)} reads {location} = {graph.Value[read]} at step {stepOf[read]}, although step {stepOf[missed]} has {(graph.IsCommuting(missed) ? $"added {graph.Value[missed]}" : $"written {graph.Value[missed]}")}";
        int informed = InformedBy(ref graph, read, missed);
        if (informed < 0)
        {
            int store = EarlierStore(ref graph, read);
            return store < 0
                ? $"{what}: nothing makes that write visible to it yet."
                : $"{what}: its own write of step {stepOf[store]} is not visible to others yet (store buffering), so this read comes first.";
        }

        return IsOrdered(ref graph, informed, read)
            ? $"{what}: {NameOf(program, ref graph, missed)}'s write of step {stepOf[missed]} becomes visible after its later write that step {stepOf[informed]} has seen; no release or barrier keeps the two in order."
            : $"{what}: the read of step {stepOf[read]} is made before that of step {stepOf[informed]}, which comes first in the program; no acquire or barrier keeps the two in order.";
    }

    /// <summary>The first earlier read of the thread that knows of a write, directly or through others.</summary>
    private static int InformedBy(ref ExecutionGraph graph, int read, int write)
    {
        int informed = -1;
        for (int earlier = graph.Previous[read]; earlier >= 0; earlier = graph.Previous[earlier])
        {
            if ((graph.KindOf(earlier) & EventKind.Read) != 0 && (graph.Causes[earlier] & ExecutionGraph.Bit(write)) != 0)
            {
                informed = earlier;
            }
        }

        return informed;
    }

    private static int EarlierStore(ref ExecutionGraph graph, int read)
    {
        for (int earlier = graph.Previous[read]; earlier >= 0; earlier = graph.Previous[earlier])
        {
            if ((graph.KindOf(earlier) & EventKind.Write) != 0)
            {
                return earlier;
            }
        }

        return -1;
    }

    /// <summary>Whether an acquire keeps a later read of the same thread behind an earlier one.</summary>
    private static bool IsOrdered(ref ExecutionGraph graph, int earlier, int later)
    {
        const EventKind Orders = EventKind.FenceBefore | EventKind.FenceAfter;
        bool ordered = (graph.KindOf(earlier) & EventKind.Acquire) != 0;
        for (int number = later; number != earlier && !ordered; number = graph.Previous[number])
        {
            EventKind kind = graph.KindOf(number);
            bool isAcquireFence = (kind & (EventKind.Fence | EventKind.Acquire)) == (EventKind.Fence | EventKind.Acquire);
            ordered = (kind & Orders) != 0 || isAcquireFence;
        }

        return ordered;
    }

    private static string NameOf(Program program, ref ExecutionGraph graph, int number) =>
        program.Instance.Actors[graph.Thread[number]].Name;
}
