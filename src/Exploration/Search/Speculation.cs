using System.Text;
using Exploration.Graphs;
using Exploration.Models;
using Exploration.Programs;

namespace Exploration.Search;

/// <summary>
/// The axiom that no write comes out of a speculation: the events of a graph have an order that keeps the model's, and
/// in which each write is <em>justified</em>, performed by its thread whatever the reads behind it return.
/// </summary>
/// <remarks>
/// Events are committed one by one: any whose predecessors are, and a write only if the reads committed before it
/// justify it. More committed reads never take a justification away, so the order of commits does not matter. A plain
/// write that a later one of its thread may swallow need be justified only before somebody else reads it.
/// </remarks>
/// <param name="program">The program.</param>
/// <param name="mustStop">Asked now and then; true gives up.</param>
internal sealed unsafe class Speculation(Program program, Func<bool> mustStop)
{
    private const EventKind Full = EventKind.FenceBefore | EventKind.FenceAfter;

    private readonly Rerun _rerun = new(program, mustStop);
    private readonly WordValues?[] _values = new WordValues?[program.Replays.Length];
    private readonly Dictionary<(string Question, string Values), (bool Always, bool PassesFree)> _performed = [];

    /// <summary>Whether some answer was given without looking at all runs.</summary>
    public bool GaveUp => _rerun.GaveUp;

    /// <summary>
    /// Whether every write has all earlier reads of its thread before it: then there is nothing to ask.
    /// </summary>
    public static bool IsFree<TSet>(ExecutionGraph<TSet> graph)
        where TSet : unmanaged, IEventSet<TSet>
    {
        TSet reads = ReadsOf(graph);
        foreach (int number in graph.Present)
        {
            if ((graph.KindOf(number) & EventKind.Write) != 0 && IsPlain(graph, number)
                && !IsSettled(graph, number, reads))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the axiom holds.</summary>
    public bool Holds<TSet>(ExecutionGraph<TSet> graph)
        where TSet : unmanaged, IEventSet<TSet>
    {
        Array.Clear(_values);
        TSet reads = ReadsOf(graph);
        if (CommitOrder.Exists(graph, reads))
        {
            return true;
        }

        TSet committed = default;
        do
        {
            // Running actors again is asked for only where nothing else goes on.
            while (Commit(graph, reads, ref committed, mayAsk: false))
            {
            }
        }
        while (Commit(graph, reads, ref committed, mayAsk: true));

        return !graph.Present.Meets(~committed);
    }

    /// <summary>Commits what may be, or the first event for which an actor is run again.</summary>
    /// <returns>Whether there was any.</returns>
    private bool Commit<TSet>(ExecutionGraph<TSet> graph, TSet reads, ref TSet committed, bool mayAsk)
        where TSet : unmanaged, IEventSet<TSet>
    {
        bool grows = false;
        foreach (int number in graph.Present & ~committed)
        {
            if (!graph.Events[number].Before.Meets(~committed)
                && MayCommit(graph, number, reads, committed, mayAsk))
            {
                committed |= EventSets.Of<TSet>(number);
                grows = true;
                if (mayAsk)
                {
                    break;
                }
            }
        }

        return grows;
    }

    /// <summary>
    /// Whether a thread performs a later write whatever a read returns, its other reads given, and nothing orders the
    /// two, here or where the read returns something else. Only such a read can see what it causes.
    /// </summary>
    public bool IsOvertaken<TSet>(ExecutionGraph<TSet> graph, int read)
        where TSet : unmanaged, IEventSet<TSet> => IsOvertaken(graph, read, staysBehind: false);

    /// <summary>The same where the writes that program order keeps before the later one are known to come before
    /// it.</summary>
    public bool CanBeOvertaken<TSet>(ExecutionGraph<TSet> graph, int read)
        where TSet : unmanaged, IEventSet<TSet>
    {
        _values[graph.Events[read].Thread] = null;
        return IsOvertaken(graph, read, staysBehind: true);
    }

    private bool IsOvertaken<TSet>(ExecutionGraph<TSet> graph, int read, bool staysBehind)
        where TSet : unmanaged, IEventSet<TSet>
    {
        TSet reads = ReadsOf(graph);
        int thread = graph.Events[read].Thread;
        for (int number = graph.Threads[thread].Last; number != read; number = graph.Events[number].Previous)
        {
            if ((graph.KindOf(number) & EventKind.Write) == 0 || !IsPlain(graph, number))
            {
                continue;
            }

            TSet others = EarlierReads(graph, number, reads) & ~EventSets.Of<TSet>(read);
            (bool always, bool passes) =
                Ask(graph, number, others, staysBehind ? WritesBefore(graph, number, others: default) : default, read);
            if (always && (passes || !graph.Events[number].Before.Contains(read)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPlain<TSet>(ExecutionGraph<TSet> graph, int write)
        where TSet : unmanaged, IEventSet<TSet> =>
        (graph.KindOf(write) & (EventKind.Release | EventKind.FenceAfter)) == 0;

    private bool MayCommit<TSet>(
        ExecutionGraph<TSet> graph, int number, TSet reads, TSet committed, bool mayAsk)
        where TSet : unmanaged, IEventSet<TSet>
    {
        EventKind kind = graph.KindOf(number);
        if ((kind & EventKind.Write) != 0)
        {
            return IsElidable(graph, number) || IsJustified(graph, number, reads, committed, mayAsk);
        }

        int write = (kind & EventKind.Read) != 0 ? graph.Events[number].ReadFrom : GraphLimits.Initial;
        return write < 0 || graph.Events[write].Thread == graph.Events[number].Thread
            || !IsElidable(graph, write) || IsJustified(graph, write, reads, committed, mayAsk);
    }

    private bool IsJustified<TSet>(
        ExecutionGraph<TSet> graph, int write, TSet reads, TSet committed, bool mayAsk)
        where TSet : unmanaged, IEventSet<TSet>
    {
        TSet earlier = EarlierReads(graph, write, reads);
        if (!earlier.Meets(~(graph.Events[write].Before & committed)))
        {
            // Every earlier write of the thread has its reads before this one, too: all of them are settled.
            return true;
        }

        TSet settled = default;
        foreach (int read in earlier & committed)
        {
            // What is forwarded from an own write counts only if that write was bound to come.
            int source = graph.Events[read].ReadFrom;
            bool isOwn = source >= 0 && graph.Events[source].Thread == graph.Events[read].Thread;
            bool isSettled = !isOwn || IsJustified(graph, source, reads, committed, mayAsk);
            settled |= isSettled ? EventSets.Of<TSet>(read) : default;
        }

        return !earlier.Meets(~settled) || (mayAsk && Performs(graph, write, reads, settled,
            WritesBefore(graph, write, ~graph.Threads[graph.Events[write].Thread].Events)));
    }

    /// <summary>A plain write that a later one of the thread to the same word may swallow.</summary>
    private static bool IsElidable<TSet>(ExecutionGraph<TSet> graph, int write)
        where TSet : unmanaged, IEventSet<TSet>
    {
        if (!IsPlain(graph, write) || (graph.KindOf(write) & EventKind.Update) != 0)
        {
            return false;
        }

        bool isElidable = false;
        int location = graph.Events[write].Location;
        for (int later = graph.Threads[graph.Events[write].Thread].Last; later != write;
            later = graph.Events[later].Previous)
        {
            EventKind kind = graph.KindOf(later);
            bool isWriteBarrier = (kind & (EventKind.Fence | EventKind.Release)) == (EventKind.Fence
                | EventKind.Release);
            if ((kind & Full) != 0 || isWriteBarrier)
            {
                isElidable = false;
            }
            else if ((kind & EventKind.Write) != 0 && graph.Events[later].Location == location)
            {
                isElidable = IsPlain(graph, later) && (kind & EventKind.Update) == 0;
            }
        }

        return isElidable;
    }

    /// <summary>The reads of a graph, guesses left out.</summary>
    internal static TSet ReadsOf<TSet>(ExecutionGraph<TSet> graph)
        where TSet : unmanaged, IEventSet<TSet> => graph.Reads & ~graph.Guesses;

    /// <summary>Whether a write has all earlier reads of its thread before it.</summary>
    private static bool IsSettled<TSet>(ExecutionGraph<TSet> graph, int write, TSet reads)
        where TSet : unmanaged, IEventSet<TSet> =>
        !EarlierReads(graph, write, reads).Meets(~graph.Events[write].Before);

    /// <summary>
    /// Among some reads those of the write's thread before it; causes hold all of them, and reads of others.
    /// </summary>
    internal static TSet EarlierReads<TSet>(ExecutionGraph<TSet> graph, int write, TSet reads)
        where TSet : unmanaged, IEventSet<TSet> =>
        reads & graph.Events[write].Causes & graph.Threads[graph.Events[write].Thread].Events;

    /// <summary>
    /// The earlier writes of the thread to the same word that are known to come before a write, because something
    /// between tells the two apart: one of some reads, which has read the earlier one, or an access of the thread that
    /// stays behind it.
    /// </summary>
    private static TSet WritesBefore<TSet>(ExecutionGraph<TSet> graph, int write, TSet others)
        where TSet : unmanaged, IEventSet<TSet>
    {
        ref GraphEvent<TSet> at = ref graph.Events[write];
        TSet writes = default;
        for (int earlier = at.Previous; earlier >= 0; earlier = graph.Events[earlier].Previous)
        {
            bool isWrite = graph.Events[earlier].Location == at.Location
                && (graph.KindOf(earlier) & EventKind.Write) != 0;
            if (isWrite && ((graph.Events[earlier].Readers & others).Meets(at.Before)
                || StandsApart(graph, earlier, write)))
            {
                writes |= EventSets.Of<TSet>(earlier);
            }
        }

        return writes;
    }

    /// <summary>
    /// Whether an access of the thread stays behind an earlier write and comes before a later one. A barrier alone
    /// tells equal writes not apart: nothing comes between them.
    /// </summary>
    private static bool StandsApart<TSet>(ExecutionGraph<TSet> graph, int earlier, int write)
        where TSet : unmanaged, IEventSet<TSet>
    {
        TSet between = graph.Events[write].Before & graph.Threads[graph.Events[write].Thread].Events;
        foreach (int number in between & ~EventSets.Of<TSet>(earlier))
        {
            if (graph.Events[number].Location >= 0 && PreservedOrder.LeadsTo(graph, earlier, number))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether the write's thread performs it in every run in which some of its reads return what they do here.
    /// </summary>
    private bool Performs<TSet>(ExecutionGraph<TSet> graph, int write, TSet reads, TSet known, TSet before)
        where TSet : unmanaged, IEventSet<TSet>
    {
        return !EarlierReads(graph, write, reads).Meets(~known)
            || Ask(graph, write, known, before, GraphLimits.Initial).Always;
    }

    /// <summary>The same, and whether some run has no barrier between a read and the write.</summary>
    private (bool Always, bool PassesFree) Ask<TSet>(ExecutionGraph<TSet> graph, int write, TSet known,
        TSet before, int free)
        where TSet : unmanaged, IEventSet<TSet>
    {
        int thread = graph.Events[write].Thread;
        int node = graph.Events[write].Node;
        WordValues values = _values[thread] ??= WordValues.Of(program, graph, thread);
        string question = Recount(graph, write, known, before, free, out WriteTarget[] targets);
        if (!_performed.TryGetValue((question, values.Key), out (bool Always, bool PassesFree) answer))
        {
            int index = program.Replays[thread].Tree.IndexOf(node);
            answer = (_rerun.AlwaysPerforms(thread, index, targets, values), _rerun.PassesFree);
            _performed.Add((question, values.Key), answer);
        }

        return answer;
    }

    /// <summary>Tells the rerun what the graph's run reads and writes before a write.</summary>
    /// <returns>Equal for equal questions.</returns>
    private string Recount<TSet>(
        ExecutionGraph<TSet> graph, int write, TSet known, TSet before, int free, out WriteTarget[] targets)
        where TSet : unmanaged, IEventSet<TSet>
    {
        Stack<int> events = new();
        for (int earlier = graph.Events[write].Previous; earlier >= 0; earlier = graph.Events[earlier].Previous)
        {
            events.Push(earlier);
        }

        StringBuilder key = new($"{graph.Events[write].Thread}.{graph.Events[write].Node}");
        _rerun.Begin();
        List<WriteTarget> writes = [];
        foreach (int number in events)
        {
            EventKind kind = graph.KindOf(number);
            if ((kind & EventKind.Read) != 0)
            {
                bool isKnown = known.Contains(number);
                _rerun.AddRead(graph.Events[number].Location, graph.Events[number].Value, isKnown, number == free);
                key.Append(isKnown ? $" {graph.Events[number].Value}" : number == free ? " *" : " ?");
            }
            else if ((kind & EventKind.Write) != 0)
            {
                _rerun.AddWrite(graph.Events[number].Location);
                bool isBefore = before.Contains(number);
                key.Append(isBefore ? " !" : " .");
                if (isBefore)
                {
                    writes.Add(WriteTarget.Of(graph.Events[number]));
                }
            }
        }

        writes.Add(WriteTarget.Of(graph.Events[write]));
        targets = [.. writes];
        return key.ToString();
    }
}
