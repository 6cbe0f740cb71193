using Exploration.Actors;
using Exploration.Graphs;

namespace Exploration.Counterexamples;

/// <summary>Says which reordering lets a read miss a write that comes before it in the order shown.</summary>
internal static unsafe class ReorderingExplainer
{
    /// <summary>One sentence for each read that returns an older value than the order shown explains.</summary>
    public static IReadOnlyList<string> Explain(
        Program program, WidestGraph graph, Schedule schedule, Dictionary<int, int> stepOf)
    {
        List<string> sentences = [];
        Set512 done = default;
        foreach (int number in schedule.Events)
        {
            if ((graph.KindOf(number) & EventKind.Read) != 0)
            {
                Set512 missed = done & graph.WritesAfter(number);
                if (!missed.IsEmpty)
                {
                    Set512 known = missed & graph.Events[number].Causes;
                    sentences.Add(Explain(program, graph, stepOf, number, NewestOf(schedule, !known.IsEmpty ? known : missed)));
                }
            }

            done |= EventSets.Of<Set512>(number);
        }

        return sentences;
    }

    private static int NewestOf(Schedule schedule, Set512 events) =>
        schedule.Events.Last(number => events.Contains(number));

    private static string Explain(Program program, WidestGraph graph, Dictionary<int, int> stepOf, int read, int missed)
    {
        string location = program.Instance.Locations[graph.Events[read].Location].Name;
        string what = $"{NameOf(program, graph, read)} reads {location} = {graph.Events[read].Value} at step {stepOf[read]}, although step {stepOf[missed]} has {(graph.IsCommuting(missed) ? $"added {graph.Events[missed].Value}" : $"written {graph.Events[missed].Value}")}";
        int informed = InformedBy(graph, read, missed);
        if (informed < 0)
        {
            int store = EarlierStore(graph, read);
            return store < 0
                ? $"{what}: nothing makes that write visible to it yet."
                : $"{what}: its own write of step {stepOf[store]} is not visible to others yet (store buffering), so this read comes first.";
        }

        return IsOrdered(graph, informed, read)
            ? $"{what}: {NameOf(program, graph, missed)}'s write of step {stepOf[missed]} becomes visible after its later write that step {stepOf[informed]} has seen; no release or barrier keeps the two in order."
            : $"{what}: the read of step {stepOf[read]} is made before that of step {stepOf[informed]}, which comes first in the program; no acquire or barrier keeps the two in order.";
    }

    /// <summary>The first earlier read of the thread that knows of a write, directly or through others.</summary>
    private static int InformedBy(WidestGraph graph, int read, int write)
    {
        int informed = -1;
        for (int earlier = graph.Events[read].Previous; earlier >= 0; earlier = graph.Events[earlier].Previous)
        {
            if ((graph.KindOf(earlier) & EventKind.Read) != 0 && graph.Events[earlier].Causes.Contains(write))
            {
                informed = earlier;
            }
        }

        return informed;
    }

    private static int EarlierStore(WidestGraph graph, int read)
    {
        for (int earlier = graph.Events[read].Previous; earlier >= 0; earlier = graph.Events[earlier].Previous)
        {
            if ((graph.KindOf(earlier) & EventKind.Write) != 0)
            {
                return earlier;
            }
        }

        return -1;
    }

    /// <summary>Whether an acquire keeps a later read of the same thread behind an earlier one.</summary>
    private static bool IsOrdered(WidestGraph graph, int earlier, int later)
    {
        const EventKind Orders = EventKind.FenceBefore | EventKind.FenceAfter;
        bool ordered = (graph.KindOf(earlier) & EventKind.Acquire) != 0;
        for (int number = later; number != earlier && !ordered; number = graph.Events[number].Previous)
        {
            EventKind kind = graph.KindOf(number);
            bool isAcquireFence = (kind & (EventKind.Fence | EventKind.Acquire)) == (EventKind.Fence | EventKind.Acquire);
            ordered = (kind & Orders) != 0 || isAcquireFence;
        }

        return ordered;
    }

    private static string NameOf(Program program, WidestGraph graph, int number) =>
        program.Instance.Actors[graph.Events[number].Thread].Name;
}
