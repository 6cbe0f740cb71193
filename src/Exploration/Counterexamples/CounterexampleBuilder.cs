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
            overtakes[number] = graph.WritesAfter(number);
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
            // The second half of an update, or the fence behind a failed compare-and-swap.
            int previous = graph.Previous[number];
            if (previous >= 0 && graph.Node[previous] == graph.Node[number])
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

        IReadOnlyList<string> reorderings = ReorderingExplainer.Explain(program, ref graph, schedule, stepOf);
        return new Counterexample(
            violation,
            schedule.Preemptions,
            steps,
            program.DataRaces?.Locate(ref graph, stepOf) is string race ? [race, .. reorderings] : reorderings);
    }

    private static CounterexampleStep Describe(Program program, ref ExecutionGraph graph, int number, Dictionary<int, int> stepOf)
    {
        int thread = graph.Thread[number];
        Operation operation = program.Replays[thread].Tree[graph.Node[number]];
        EventKind kind = graph.KindOf(number);
        string location = operation.Location < 0 ? "" : program.Instance.Locations[operation.Location].Name;
        int write = (kind & EventKind.Write) != 0 ? number : (kind & EventKind.Update) != 0 ? SecondHalf(ref graph, number) : -1;
        if (graph.IsCommuting(number))
        {
            return DescribeCommuting(program, ref graph, number, stepOf, operation, location);
        }

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

    /// <summary>Adds to a commuting location have no order: a read names all that it has seen.</summary>
    private static CounterexampleStep DescribeCommuting(
        Program program, ref ExecutionGraph graph, int number, Dictionary<int, int> stepOf, in Operation operation, string location)
    {
        string thread = program.Instance.Actors[graph.Thread[number]].Name;
        if ((graph.KindOf(number) & EventKind.Write) != 0)
        {
            return new CounterexampleStep(thread, OperationNames.Of(operation, writes: true), location, $"{graph.Value[number]:+0;-0}", "", "");
        }

        List<int> seen = [];
        for (ulong rest = graph.Observed[number]; rest != 0; rest &= rest - 1)
        {
            seen.Add(stepOf[BitOperations.TrailingZeroCount(rest)]);
        }

        string readFrom = seen.Count == 0 ? "initial" : $"steps {string.Join(", ", seen.Order())}";
        return new CounterexampleStep(thread, OperationNames.Of(operation, writes: false), location, $"{graph.Value[number]}", readFrom, "");
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
}
