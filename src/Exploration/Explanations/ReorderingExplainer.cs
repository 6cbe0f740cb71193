using Exploration.Counterexamples;
using Exploration.Graphs;
using Exploration.Programs;

namespace Exploration.Explanations;

/// <summary>
/// Says which reordering took an execution away from the order shown: where a read does not return what was written
/// last, and where a write comes earlier in the modification order of its word than one that is shown before it.
/// </summary>
internal static unsafe class ReorderingExplainer
{
    /// <summary>One sentence for each access that the order shown does not explain, in that order.</summary>
    public static IReadOnlyList<string> Explain(
        Program program, WidestGraph graph, Schedule schedule, Dictionary<int, int> stepOf)
    {
        List<string> sentences = [];
        Set512 done = default;
        foreach (int number in schedule.Events)
        {
            if (Explain(program, graph, schedule, stepOf, number, done) is string sentence)
            {
                sentences.Add(sentence);
            }

            done |= EventSets.Of<Set512>(number);
        }

        return sentences;
    }

    /// <summary>A sentence on one access, or null if the events shown before it explain it.</summary>
    private static string? Explain(
        Program program, WidestGraph graph, Schedule schedule, Dictionary<int, int> stepOf, int number, Set512 done)
    {
        EventKind kind = graph.KindOf(number);
        bool reads = (kind & EventKind.Read) != 0;
        if ((kind & EventKind.Fence) != 0 || (!reads && (kind & EventKind.Update) != 0))
        {
            return null; // An update's read speaks for its write: it has missed whatever the write comes before.
        }

        int source = reads && !graph.IsCommuting(number) ? graph.Events[number].ReadFrom : GraphLimits.Initial;
        if (source >= 0 && !done.Contains(source))
        {
            return SeesLaterWrite(program, graph, stepOf, number, source);
        }

        Set512 missed = done & graph.WritesAfter(number);
        if (!missed.IsEmpty)
        {
            Set512 known = missed & graph.Events[number].Causes;
            int newest = NewestOf(schedule, known.IsEmpty ? missed : known);
            return reads
                ? MissedByRead(program, graph, stepOf, number, newest)
                : OvertakenWrite(program, graph, stepOf, number, newest);
        }

        int last = NewestOf(schedule, done & graph.Locations[graph.Events[number].Location].Writes);
        return reads && !graph.IsCommuting(number) && last != graph.Events[number].ReadFrom
            ? $"{What(program, graph, stepOf, number, "reads")}, which step {stepOf[graph.Events[number].ReadFrom]} "
            + $"wrote, although step {stepOf[last]} has written {ValueOf(program, graph, last)} since: "
            + $"in the order of the writes of {LocationOf(program, graph, number)}, "
            + $"step {stepOf[last]} comes before step "
            + $"{stepOf[graph.Events[number].ReadFrom]}."
            : null;
    }

    /// <summary>A read that sees what it causes: a later write of its thread has overtaken it.</summary>
    private static string SeesLaterWrite(Program program, WidestGraph graph, Dictionary<int, int> stepOf,
        int read, int source)
    {
        int overtaking = GraphLimits.Initial;
        for (int later = graph.Threads[graph.Events[read].Thread].Last; later != read;
            later = graph.Events[later].Previous)
        {
            bool isWrite = (graph.KindOf(later) & EventKind.Write) != 0;
            overtaking = isWrite && !graph.Events[later].Before.Contains(read) ? later : overtaking;
        }

        string what = $"{What(program, graph, stepOf, read, "reads")}, which step {stepOf[source]} writes later";
        return overtaking < 0
            ? $"{what}: that write is visible before this read, which comes first in the program."
            : $"{what}: the write of step {stepOf[overtaking]} is visible before this read, which comes first in the "
                + "program; "
                + "nothing orders a plain read before a later plain write. "
                + $"{Strengthening.Release(stepOf[overtaking])}";
    }

    private static int NewestOf(Schedule schedule, Set512 events) =>
        schedule.Events.LastOrDefault(number => events.Contains(number), GraphLimits.Initial);

    private static string MissedByRead(Program program, WidestGraph graph, Dictionary<int, int> stepOf,
        int read, int missed)
    {
        string what =
            $"{What(program, graph, stepOf, read, "reads")}, although step {stepOf[missed]} has "
            + $"{(graph.IsCommuting(missed) ? "added" : "written")} {ValueOf(program, graph, missed)}";
        if (Informed(program, graph, stepOf, read, missed, "read") is string reason)
        {
            return $"{what}: {reason}";
        }

        int store = EarlierStore(graph, read);
        return store < 0
            ? $"{what}: nothing makes that write visible to it yet."
            : $"{what}: its own write of step {stepOf[store]} is not visible to others yet (store buffering), so this "
                + "read comes first; "
                + $"nothing orders a write before a later read of another word. {Strengthening.Barrier(stepOf[read])}";
    }

    private static string OvertakenWrite(Program program, WidestGraph graph, Dictionary<int, int> stepOf,
        int write, int later)
    {
        int own = IsFenced(graph, later) ? EarlierStore(graph, write) : -1;
        string reason = Informed(program, graph, stepOf, write, later, "write")
            ?? (own < 0
            ? $"{NameOf(program, graph, later)}'s write of step {stepOf[later]} becomes visible only after "
                + $"it{Buffering(graph, stepOf, later)}."
            : $"it becomes visible before its own thread's write of step {stepOf[own]}; no release or barrier keeps "
                + $"the two in order. {Strengthening.Release(stepOf[write])}");
        return $"{What(program, graph, stepOf, write, "writes")}, although step {stepOf[later]} has written "
            + $"{ValueOf(program, graph, later)}, which comes later in the order of the writes of "
            + $"{LocationOf(program, graph, write)}: {reason}";
    }

    /// <summary>Why a write becomes visible late: its thread goes on to read meanwhile.</summary>
    private static string Buffering(WidestGraph graph, Dictionary<int, int> stepOf, int write)
    {
        int read = -1;
        int thread = graph.Events[write].Thread;
        for (int later = graph.Threads[thread].Last; later != write; later = graph.Events[later].Previous)
        {
            bool isOther = graph.Events[later].Location != graph.Events[write].Location;
            read = isOther && (graph.KindOf(later) & EventKind.Read) != 0 ? later : read;
        }

        return read < 0 || EarlierStore(graph, read) < 0 ? ""
            : $"; nothing orders a write before a later read of another word. "
                + $"{Strengthening.Barrier(stepOf[read]).TrimEnd('.')}";
    }

    /// <summary>
    /// Why an access comes before a write that an earlier read of its thread knows of; null if none does.
    /// </summary>
    private static string? Informed(
        Program program, WidestGraph graph, Dictionary<int, int> stepOf, int access, int write, string kind)
    {
        int informed = InformedBy(graph, access, write);
        if (informed < 0)
        {
            return null;
        }

        if (IsOrdered(graph, informed, access))
        {
            int seen = graph.Events[informed].ReadFrom;
            bool isOfWriter = seen >= 0 && graph.Events[seen].Thread == graph.Events[write].Thread;
            return $"{NameOf(program, graph, write)}'s write of step {stepOf[write]} becomes visible after its later "
                + "write that step "
                + $"{stepOf[informed]} has seen; no release or barrier keeps the two in order."
                + (isOfWriter ? $" {Strengthening.Release(stepOf[seen])}" : "");
        }

        return $"the {kind} of step {stepOf[access]} is made before {(kind == "read" ? "that" : "the read")} of step "
            + $"{stepOf[informed]}, "
            + "which comes first in the program; no acquire or barrier keeps the two in order. "
            + $"{Strengthening.Acquire(stepOf[informed])}";
    }

    private static string What(Program program, WidestGraph graph, Dictionary<int, int> stepOf, int access,
        string verb) =>
        $"{NameOf(program, graph, access)} {verb} {LocationOf(program, graph, access)} = "
        + $"{ValueOf(program, graph, access)} at step {stepOf[access]}";

    /// <summary>A value as a programmer would write it: what is added to a commuting word is a number.</summary>
    private static string ValueOf(Program program, WidestGraph graph, int access)
    {
        long value = graph.Events[access].Value;
        return program.Code is null || graph.IsCommuting(access)
            ? $"{value}"
            : program.Code.Format(graph.Events[access].Location, value);
    }

    private static string LocationOf(Program program, WidestGraph graph, int access) =>
        program.Locations[graph.Events[access].Location].Name;

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

    /// <summary>Whether a full fence comes behind an event in its thread.</summary>
    private static bool IsFenced(WidestGraph graph, int number)
    {
        int thread = graph.Events[number].Thread;
        for (int later = graph.Threads[thread].Last; later != number; later = graph.Events[later].Previous)
        {
            if ((graph.KindOf(later) & (EventKind.FenceBefore | EventKind.FenceAfter)) != 0)
            {
                return true;
            }
        }

        return (graph.KindOf(number) & EventKind.FenceAfter) != 0;
    }

    /// <summary>
    /// The last earlier store of the thread that no full fence has made visible; -1 if there is none.
    /// </summary>
    private static int EarlierStore(WidestGraph graph, int read)
    {
        bool isFenced = (graph.KindOf(read) & EventKind.FenceBefore) != 0;
        for (int earlier = graph.Events[read].Previous; earlier >= 0 && !isFenced;
            earlier = graph.Events[earlier].Previous)
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
    private static bool IsOrdered(WidestGraph graph, int earlier, int later)
    {
        const EventKind Orders = EventKind.FenceBefore | EventKind.FenceAfter;
        bool ordered = (graph.KindOf(earlier) & EventKind.Acquire) != 0;
        for (int number = later; number != earlier && !ordered; number = graph.Events[number].Previous)
        {
            EventKind kind = graph.KindOf(number);
            bool isAcquireFence = (kind & (EventKind.Fence | EventKind.Acquire)) == (EventKind.Fence
                | EventKind.Acquire);
            ordered = (kind & Orders) != 0 || isAcquireFence;
        }

        return ordered;
    }

    private static string NameOf(Program program, WidestGraph graph, int number) =>
        program.Instance.Actors[graph.Events[number].Thread].Name;
}
