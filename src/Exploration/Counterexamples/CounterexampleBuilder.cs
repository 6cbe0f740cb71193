using System.Numerics;
using Exploration.Actors;
using Exploration.Graphs;

namespace Exploration.Counterexamples;

/// <summary>Turns an execution graph into a counterexample that a reader can follow.</summary>
internal static unsafe class CounterexampleBuilder
{
    /// <summary>
    /// The order of a counterexample: it keeps causes before effects, and explains as many values as possible by what was
    /// written last; under sequential consistency all of them.
    /// </summary>
    public static Schedule FindSchedule(Program program, ref ExecutionGraph graph)
    {
        Span<ulong> causes = stackalloc ulong[ExecutionGraph.MaxEvents];
        Span<ulong> overtakes = stackalloc ulong[ExecutionGraph.MaxEvents];
        for (ulong rest = graph.Present; rest != 0; rest &= rest - 1)
        {
            int number = BitOperations.TrailingZeroCount(rest);
            causes[number] = graph.Causes[number];
            overtakes[number] = LaterWrites(ref graph, number);
        }

        return Schedule.Find(ref graph, program.Replays.Length, causes, overtakes)
            ?? throw new InvalidOperationException("The causes of an execution have a cycle.");
    }

    /// <summary>Writes the table.</summary>
    public static Counterexample Build(Program program, ref ExecutionGraph graph, Schedule schedule, string violation)
    {
        Dictionary<int, int> stepOf = [];
        List<CounterexampleStep> steps = [];
        List<int> leading = [];
        foreach (int number in schedule.Events)
        {
            bool isSecondHalf = (graph.KindOf(number) & (EventKind.Write | EventKind.Update)) == (EventKind.Write | EventKind.Update);
            bool isOwnFence = (graph.KindOf(number) & EventKind.Fence) != 0 && graph.Previous[number] >= 0
                && graph.Node[graph.Previous[number]] == graph.Node[number];
            if (isSecondHalf || isOwnFence)
            {
                stepOf[number] = stepOf[graph.Previous[number]];
                continue;
            }

            leading.Add(number);
            stepOf[number] = leading.Count;
        }

        foreach (int number in leading)
        {
            steps.Add(Describe(program, ref graph, number, stepOf));
        }

        return new Counterexample(violation, schedule.Preemptions, steps, ReorderingExplainer.Explain(program, ref graph, schedule, stepOf));
    }

    private static CounterexampleStep Describe(Program program, ref ExecutionGraph graph, int number, Dictionary<int, int> stepOf)
    {
        int thread = graph.Thread[number];
        Operation operation = program.Replays[thread].Tree[graph.Node[number]];
        EventKind kind = graph.KindOf(number);
        string location = operation.Location < 0 ? "" : program.Instance.Locations[operation.Location].Name;
        int write = (kind & EventKind.Write) != 0 ? number : (kind & EventKind.Update) != 0 ? SecondHalf(ref graph, number) : -1;
        string readFrom = "";
        string value = "";
        if ((kind & EventKind.Read) != 0)
        {
            readFrom = Step(graph.ReadFrom[number], stepOf);
            value = $"{graph.Value[number]}";
        }

        string writtenAfter = "";
        if (write >= 0)
        {
            value = value.Length == 0 ? $"{graph.Value[write]}" : $"{value} -> {graph.Value[write]}";
            writtenAfter = Step(graph.PreviousWrite[write], stepOf);
        }

        return new CounterexampleStep(
            program.Instance.Actors[thread].Name, OperationNames.Of(operation, write >= 0), location, value, readFrom, writtenAfter);
    }

    private static int SecondHalf(ref ExecutionGraph graph, int read)
    {
        for (ulong rest = graph.OfThread[graph.Thread[read]]; rest != 0; rest &= rest - 1)
        {
            int number = BitOperations.TrailingZeroCount(rest);
            if (graph.Previous[number] == read)
            {
                return number;
            }
        }

        return -1;
    }

    private static string Step(int number, Dictionary<int, int> stepOf) => number < 0 ? "initial" : $"step {stepOf[number]}";

    /// <summary>The writes that come after an access in modification order, its own update's write apart.</summary>
    private static ulong LaterWrites(ref ExecutionGraph graph, int number)
    {
        EventKind kind = graph.KindOf(number);
        if ((kind & EventKind.Write) != 0)
        {
            return graph.LaterWrites[number];
        }

        if ((kind & EventKind.Read) == 0)
        {
            return 0;
        }

        int write = graph.ReadFrom[number];
        return write < 0 ? graph.WritesTo[graph.Location[number]] : graph.LaterWrites[write];
    }
}
