using Exploration.Graphs;

namespace Exploration.Counterexamples;

/// <summary>
/// A schedule of an execution: an order of its events that keeps given constraints, lets as few accesses as possible be
/// overtaken, and among those leaves a thread that has not finished as rarely as possible.
/// </summary>
/// <param name="Preemptions">How often a thread is left before it has finished.</param>
/// <param name="Events">Event numbers in order.</param>
internal sealed record Schedule(int Preemptions, IReadOnlyList<int> Events)
{
    private const int BitsPerThread = 6;

    /// <summary>An overtaken access weighs more than any number of preemptions: an execution has 64 events at most.</summary>
    private const int OvertakenCost = 1000;

    /// <summary>Finds one, by Dijkstra's algorithm over cuts of the execution.</summary>
    /// <param name="graph">The execution.</param>
    /// <param name="threads">Number of threads.</param>
    /// <param name="before">Gives the events that must come before an event; program order included.</param>
    /// <param name="overtakes">Gives the events that overtake an event if they come before it.</param>
    /// <param name="bound">Preemptions at most.</param>
    /// <returns>Null if none keeps the bound, or if the constraints have a cycle.</returns>
    public static Schedule? Find(
        ref ExecutionGraph graph, int threads, ReadOnlySpan<ulong> before, ReadOnlySpan<ulong> overtakes, int bound = int.MaxValue)
    {
        int[][] events = new int[threads][];
        for (int thread = 0; thread < threads; thread++)
        {
            events[thread] = OfThread(ref graph, thread);
        }

        Dictionary<(ulong Cut, int Thread), (int Cost, (ulong, int) From)> seen = [];
        PriorityQueue<(ulong Cut, int Thread), int> queue = new();
        (ulong Cut, int Thread) start = (0, -1);
        seen[start] = (0, start);
        queue.Enqueue(start, 0);
        while (queue.TryDequeue(out (ulong Cut, int Thread) state, out int cost))
        {
            (ulong cut, int running) = state;
            if (seen[state].Cost < cost)
            {
                continue;
            }

            ulong done = Done(events, cut);
            if (done == graph.Present)
            {
                return new Schedule(cost % OvertakenCost, Trace(events, seen, state)) { Overtaken = cost / OvertakenCost };
            }

            bool canStay = running >= 0 && Position(cut, running) < events[running].Length;
            bool mustStay = canStay && IsSecondHalf(ref graph, events[running][Position(cut, running)]);
            for (int thread = 0; thread < threads; thread++)
            {
                int position = Position(cut, thread);
                if (position == events[thread].Length || (mustStay && thread != running)
                    || (before[events[thread][position]] & ~done) != 0)
                {
                    continue;
                }

                int number = events[thread][position];
                int total = cost
                    + (canStay && thread != running ? 1 : 0)
                    + ((overtakes[number] & done) != 0 ? OvertakenCost : 0);
                (ulong, int) next = (cut + (1UL << (BitsPerThread * thread)), thread);
                if (total <= bound && (!seen.TryGetValue(next, out (int Cost, (ulong, int)) known) || total < known.Cost))
                {
                    seen[next] = (total, state);
                    queue.Enqueue(next, total);
                }
            }
        }

        return null;
    }

    /// <summary>Accesses that were overtaken: 0 for an execution that one order of all accesses explains.</summary>
    public int Overtaken { get; init; }

    private static unsafe int[] OfThread(ref ExecutionGraph graph, int thread)
    {
        List<int> events = [];
        for (int number = graph.Last[thread]; number >= 0; number = graph.Previous[number])
        {
            events.Add(number);
        }

        events.Reverse();
        return [.. events];
    }

    /// <summary>The write of an atomic update comes right after its read.</summary>
    private static bool IsSecondHalf(ref ExecutionGraph graph, int number) =>
        (graph.KindOf(number) & (EventKind.Write | EventKind.Update)) == (EventKind.Write | EventKind.Update) && !graph.IsCommuting(number);

    private static int Position(ulong cut, int thread) => (int)(cut >> (BitsPerThread * thread)) & ((1 << BitsPerThread) - 1);

    private static ulong Done(int[][] events, ulong cut)
    {
        ulong done = 0;
        for (int thread = 0; thread < events.Length; thread++)
        {
            for (int position = Position(cut, thread) - 1; position >= 0; position--)
            {
                done |= ExecutionGraph.Bit(events[thread][position]);
            }
        }

        return done;
    }

    private static List<int> Trace(
        int[][] events,
        Dictionary<(ulong Cut, int Thread), (int Cost, (ulong Cut, int Thread) From)> seen,
        (ulong Cut, int Thread) state)
    {
        List<int> order = [];
        while (state.Thread >= 0)
        {
            (ulong Cut, int Thread) from = seen[state].From;
            order.Add(events[state.Thread][Position(from.Cut, state.Thread)]);
            state = from;
        }

        order.Reverse();
        return order;
    }
}
