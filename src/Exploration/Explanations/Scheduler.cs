using Exploration.Graphs;

namespace Exploration.Explanations;

/// <summary>
/// Finds a schedule of an execution that keeps given constraints, lets as few accesses as possible be overtaken, and
/// among those leaves a thread that has not finished as rarely as possible: Dijkstra's algorithm over the cuts of the
/// execution.
/// </summary>
/// <remarks>
/// The cuts of a long execution are too many to visit. When the allowance is spent, an order is made step by step
/// instead: it keeps the constraints but may leave threads more often than needed.
/// </remarks>
internal sealed unsafe class Scheduler<TSet>
    where TSet : unmanaged, IEventSet<TSet>
{
    /// <summary>An overtaken access weighs more than any number of preemptions.</summary>
    private const int OvertakenCost = 2 * GraphLimits.MaxEvents;

    private readonly ExecutionGraph<TSet> _graph;
    private readonly TSet[] _before;
    private readonly TSet[] _overtakes;
    private readonly int[][] _events;

    private Scheduler(ExecutionGraph<TSet> graph, TSet[] before, TSet[] overtakes)
    {
        _graph = graph;
        _before = before;
        _overtakes = overtakes;
        _events = [.. Enumerable.Range(0, graph.Shape.Threads).Select(EventsOf)];
    }

    /// <summary>Finds one.</summary>
    /// <param name="graph">The execution.</param>
    /// <param name="before">Gives the events that must come before an event; program order included.</param>
    /// <param name="overtakes">Gives the events that overtake an event if they come before it.</param>
    /// <param name="allowance">How many cuts may be visited; what is left of it afterwards.</param>
    /// <param name="bound">Preemptions at most.</param>
    /// <returns>Null if none is found that keeps the bound: none exists unless the allowance has been spent.</returns>
    public static Schedule? Find(
        ExecutionGraph<TSet> graph, TSet[] before, TSet[] overtakes, ref int allowance, int bound = int.MaxValue)
    {
        Scheduler<TSet> scheduler = new(graph, before, overtakes);
        Schedule? best = scheduler.FindBest(ref allowance, bound);
        bool gaveUp = best is null && allowance <= 0;
        return gaveUp && scheduler.MakeAny() is Schedule any && any.Preemptions <= bound ? any : best;
    }

    private Schedule? FindBest(ref int allowance, int bound)
    {
        Dictionary<Cut, (int Cost, Cut From)> seen = [];
        PriorityQueue<Cut, int> queue = new();
        Cut start = new(default, -1);
        seen[start] = (0, start);
        queue.Enqueue(start, 0);
        while (queue.TryDequeue(out Cut cut, out int cost) && allowance > 0)
        {
            if (seen[cut].Cost < cost)
            {
                continue;
            }

            allowance--;
            if (!_graph.Present.Meets(~cut.Done))
            {
                return new Schedule(cost / OvertakenCost, cost % OvertakenCost, Trace(seen, cut));
            }

            bool canStay = NextOf(cut.Thread, cut.Done) >= 0;
            for (int thread = 0; thread < _events.Length; thread++)
            {
                int next = NextOf(thread, cut.Done);
                if (!MayRun(next, cut))
                {
                    continue;
                }

                int total = cost
                    + (canStay && thread != cut.Thread ? 1 : 0)
                    + (_overtakes[next].Meets(cut.Done) ? OvertakenCost : 0);
                Cut after = new(cut.Done | EventSets.Of<TSet>(next), thread);
                if (total <= bound && (!seen.TryGetValue(after, out (int Cost, Cut From) known) || total < known.Cost))
                {
                    seen[after] = (total, cut);
                    queue.Enqueue(after, total);
                }
            }
        }

        return null;
    }

    /// <summary>An order that goes on with a thread as long as it can without being overtaken.</summary>
    private Schedule MakeAny()
    {
        List<int> order = [];
        int overtaken = 0;
        int preemptions = 0;
        Cut cut = new(default, -1);
        while (_graph.Present.Meets(~cut.Done))
        {
            int thread = Enumerable.Range(0, _events.Length)
                .Where(each => MayRun(NextOf(each, cut.Done), cut) && MayEnd(each, cut))
                .OrderBy(each => _overtakes[NextOf(each, cut.Done)].Meets(cut.Done))
                .ThenBy(each => each != cut.Thread)
                .First();
            int next = NextOf(thread, cut.Done);
            overtaken += _overtakes[next].Meets(cut.Done) ? 1 : 0;
            preemptions += thread != cut.Thread && NextOf(cut.Thread, cut.Done) >= 0 ? 1 : 0;
            order.Add(next);
            cut = new Cut(cut.Done | EventSets.Of<TSet>(next), thread);
        }

        return new Schedule(overtaken, preemptions, order);
    }

    private int[] EventsOf(int thread)
    {
        List<int> events = [];
        for (int number = _graph.Threads[thread].Last; number >= 0; number = _graph.Events[number].Previous)
        {
            events.Add(number);
        }

        events.Reverse();
        return [.. events];
    }

    /// <summary>The first event of a thread that is not in a cut; -1 if all are, or without a thread.</summary>
    private int NextOf(int thread, TSet done, int ahead = 0)
    {
        if (thread < 0)
        {
            return -1;
        }

        int position = (_graph.Threads[thread].Events & done).Count() + ahead;
        return position < _events[thread].Length ? _events[thread][position] : -1;
    }

    /// <summary>
    /// Whether an event may come next: all that must come before it has come, and it parts no atomic update.
    /// </summary>
    private bool MayRun(int number, Cut cut)
    {
        if (number < 0 || _before[number].Meets(~cut.Done))
        {
            return false;
        }

        int staying = NextOf(cut.Thread, cut.Done);
        return staying < 0 || staying == number || !IsSecondHalf(staying);
    }

    /// <summary>Whether a thread that begins an update can end it at once.</summary>
    private bool MayEnd(int thread, Cut cut)
    {
        int second = NextOf(thread, cut.Done, ahead: 1);
        return second < 0 || !IsSecondHalf(second)
            || !_before[second].Meets(~(cut.Done | EventSets.Of<TSet>(NextOf(thread, cut.Done))));
    }

    /// <summary>The write of an atomic update comes right after its read.</summary>
    private bool IsSecondHalf(int number) =>
        (_graph.KindOf(number) & (EventKind.Write | EventKind.Update)) == (EventKind.Write | EventKind.Update)
        && !_graph.IsCommuting(number);

    private static List<int> Trace(Dictionary<Cut, (int Cost, Cut From)> seen, Cut cut)
    {
        List<int> order = [];
        while (cut.Thread >= 0)
        {
            Cut from = seen[cut].From;
            order.Add((cut.Done & ~from.Done).Length() - 1);
            cut = from;
        }

        order.Reverse();
        return order;
    }

    /// <summary>A cut of the execution, and the thread that ran last; -1 at the start.</summary>
    private readonly record struct Cut(TSet Done, int Thread);
}
