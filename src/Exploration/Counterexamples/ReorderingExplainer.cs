using Exploration.Actors;
using Exploration.Graphs;

namespace Exploration.Counterexamples;

/// <summary>
/// Says which reordering took an execution away from the order shown: where a read does not return what was written last, and where
/// a write comes earlier in the modification order of its word than one that is shown before it.
/// </summary>
internal static unsafe class ReorderingExplainer
{
    /// <summary>One sentence for each access that the order shown does not explain, in that order.</summary>
    public static IReadOnlyList<string> Explain(
        Program program, ref ExecutionGraph graph, Schedule schedule, Dictionary<int, int> stepOf)
    {
        List<string> sentences = [];
        ulong done = 0;
        foreach (int number in schedule.Events)
        {
            if (Explain(program, ref graph, schedule, stepOf, number, done) is string sentence)
            {
                sentences.Add(sentence);
            }

            done |= ExecutionGraph.Bit(number);
        }

        return sentences;
    }

    /// <summary>A sentence on one access, or null if the events shown before it explain it.</summary>
    private static string? Explain(
        Program program, ref ExecutionGraph graph, Schedule schedule, Dictionary<int, int> stepOf, int number, ulong done)
    {
        EventKind kind = graph.KindOf(number);
        bool reads = (kind & EventKind.Read) != 0;
        if ((kind & EventKind.Fence) != 0 || (!reads && (kind & EventKind.Update) != 0))
        {
            return null; // An update's read speaks for its write: it has missed whatever the write comes before.
        }

        ulong missed = done & graph.WritesAfter(number);
        if (missed != 0)
        {
            ulong known = missed & graph.Causes[number];
            int newest = NewestOf(schedule, known != 0 ? known : missed);
            return reads ? MissedByRead(program, ref graph, stepOf, number, newest) : OvertakenWrite(program, ref graph, stepOf, number, newest);
        }

        int last = NewestOf(schedule, done & graph.WritesTo[graph.Location[number]]);
        return reads && !graph.IsCommuting(number) && last != graph.ReadFrom[number]
            ? $"{What(program, ref graph, stepOf, number, "reads")}, which step {stepOf[graph.ReadFrom[number]]} wrote, although step {stepOf[last]} has written {graph.Value[last]} since: in the order of the writes of {LocationOf(program, ref graph, number)}, step {stepOf[last]} comes before step {stepOf[graph.ReadFrom[number]]}."
            : null;
    }

    private static int NewestOf(Schedule schedule, ulong events) =>
        schedule.Events.LastOrDefault(number => (events & ExecutionGraph.Bit(number)) != 0, ExecutionGraph.Initial);

    private static string MissedByRead(Program program, ref ExecutionGraph graph, Dictionary<int, int> stepOf, int read, int missed)
    {
        string what = $"{What(program, ref graph, stepOf, read, "reads")}, although step {stepOf[missed]} has {(graph.IsCommuting(missed) ? "added" : "written")} {graph.Value[missed]}";
        if (Informed(program, ref graph, stepOf, read, missed, "read") is string reason)
        {
            return $"{what}: {reason}";
        }

        int store = EarlierStore(ref graph, read);
        return store < 0
            ? $"{what}: nothing makes that write visible to it yet."
            : $"{what}: its own write of step {stepOf[store]} is not visible to others yet (store buffering), so this read comes first.";
    }

    private static string OvertakenWrite(Program program, ref ExecutionGraph graph, Dictionary<int, int> stepOf, int write, int later)
    {
        int own = IsFenced(ref graph, later) ? EarlierStore(ref graph, write) : -1;
        string reason = Informed(program, ref graph, stepOf, write, later, "write")
            ?? (own < 0
            ? $"{NameOf(program, ref graph, later)}'s write of step {stepOf[later]} becomes visible only after it."
            : $"it becomes visible before its own thread's write of step {stepOf[own]}; no release or barrier keeps the two in order.");
        return $"{What(program, ref graph, stepOf, write, "writes")}, although step {stepOf[later]} has written {graph.Value[later]}, which comes later in the order of the writes of {LocationOf(program, ref graph, write)}: {reason}";
    }

    /// <summary>Why an access comes before a write that an earlier read of its thread knows of; null if none does.</summary>
    private static string? Informed(
        Program program, ref ExecutionGraph graph, Dictionary<int, int> stepOf, int access, int write, string kind)
    {
        int informed = InformedBy(ref graph, access, write);
        return informed < 0 ? null
            : IsOrdered(ref graph, informed, access)
            ? $"{NameOf(program, ref graph, write)}'s write of step {stepOf[write]} becomes visible after its later write that step {stepOf[informed]} has seen; no release or barrier keeps the two in order."
            : $"the {kind} of step {stepOf[access]} is made before {(kind == "read" ? "that" : "the read")} of step {stepOf[informed]}, which comes first in the program; no acquire or barrier keeps the two in order.";
    }

    private static string What(Program program, ref ExecutionGraph graph, Dictionary<int, int> stepOf, int access, string verb) =>
        $"{NameOf(program, ref graph, access)} {verb} {LocationOf(program, ref graph, access)} = {graph.Value[access]} at step {stepOf[access]}";

    private static string LocationOf(Program program, ref ExecutionGraph graph, int access) =>
        program.Instance.Locations[graph.Location[access]].Name;

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

    /// <summary>Whether a full fence comes behind an event in its thread.</summary>
    private static bool IsFenced(ref ExecutionGraph graph, int number)
    {
        int thread = graph.Thread[number];
        for (int later = graph.Last[thread]; later != number; later = graph.Previous[later])
        {
            if ((graph.KindOf(later) & (EventKind.FenceBefore | EventKind.FenceAfter)) != 0)
            {
                return true;
            }
        }

        return (graph.KindOf(number) & EventKind.FenceAfter) != 0;
    }

    /// <summary>The last earlier store of the thread that no full fence has made visible; -1 if there is none.</summary>
    private static int EarlierStore(ref ExecutionGraph graph, int read)
    {
        bool isFenced = (graph.KindOf(read) & EventKind.FenceBefore) != 0;
        for (int earlier = graph.Previous[read]; earlier >= 0 && !isFenced; earlier = graph.Previous[earlier])
        {
            EventKind kind = graph.KindOf(earlier);
            isFenced = (kind & (EventKind.FenceBefore | EventKind.FenceAfter)) != 0;
            if ((kind & EventKind.Write) != 0 && !isFenced)
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
