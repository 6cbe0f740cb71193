using Exploration.Actors;
using Exploration.Counterexamples;
using Exploration.Counterexamples.Sites;
using Exploration.Graphs;
using Exploration.Programs;
using Exploration.Races;

namespace Exploration.Explanations;

/// <summary>Turns an execution graph into a counterexample that a reader can follow.</summary>
internal static unsafe class CounterexampleBuilder
{
    /// <summary>
    /// The order of a counterexample: it keeps causes before effects, and explains as many values as possible by what
    /// was written last; under sequential consistency all of them.
    /// </summary>
    public static Schedule FindSchedule<TSet>(ExecutionGraph<TSet> graph, ref int allowance)
        where TSet : unmanaged, IEventSet<TSet>
    {
        TSet[] causes = new TSet[graph.Present.Length()];
        TSet[] overtakes = new TSet[graph.Present.Length()];
        foreach (int number in graph.Present)
        {
            causes[number] = graph.Events[number].Causes;
            overtakes[number] = graph.WritesAfter(number);
        }

        return Scheduler<TSet>.Find(graph, causes, overtakes, ref allowance)
            ?? throw new InvalidOperationException("The causes of an execution have a cycle.");
    }

    /// <summary>Writes the table.</summary>
    public static Counterexample Build(Program program, WidestGraph graph, Schedule schedule, string violation)
    {
        Dictionary<int, int> stepOf = [];
        List<CounterexampleStep> steps = [];
        List<int> leading = [];
        foreach (int number in schedule.Events)
        {
            // The second half of an update, or the fence behind a failed compare-and-swap.
            int previous = graph.Events[number].Previous;
            if (previous >= 0 && graph.Events[previous].Node == graph.Events[number].Node)
            {
                stepOf[number] = stepOf[graph.Events[number].Previous];
                continue;
            }

            leading.Add(number);
            stepOf[number] = leading.Count;
        }

        CodeSites? sites = program.SiteOf is null ? null : new CodeSites(program, program.SiteOf, graph);
        foreach (int number in leading)
        {
            steps.Add(sites is null
                ? Describe(program, graph, number, stepOf)
                : sites.AddTo(Describe(program, graph, number, stepOf), number));
        }

        IReadOnlyList<string> reorderings =
        [
            .. ReorderingExplainer.Explain(program, graph, schedule, stepOf)
                .Select(sentence => Strengthening.NameSite(sentence, steps)),
        ];
        return new Counterexample(
            violation,
            schedule.Preemptions,
            steps,
            DataRaceCheck.Of(program)?.Locate(graph, stepOf) is string race ? [race, .. reorderings] : reorderings);
    }

    private static CounterexampleStep Describe(Program program, WidestGraph graph, int number,
        Dictionary<int, int> stepOf)
    {
        int thread = graph.Events[number].Thread;
        Operation operation = program.Replays[thread].Tree[graph.Events[number].Node];
        EventKind kind = graph.KindOf(number);
        string location = operation.Location < 0 ? "" : program.Locations[operation.Location].Name;
        int write = (kind & EventKind.Write) != 0
            ? number
            : (kind & EventKind.Update) != 0 ? SecondHalf(graph, number) : -1;
        if (graph.IsCommuting(number))
        {
            return DescribeCommuting(program, graph, number, stepOf, operation, location);
        }

        string readFrom = "";
        string value = "";
        if ((kind & EventKind.Read) != 0)
        {
            readFrom = Step(graph.Events[number].ReadFrom, stepOf);
            value = Format(program, operation, graph.Events[number].Value);
        }

        string writtenAfter = "";
        if (write >= 0)
        {
            string written = Format(program, operation, graph.Events[write].Value);
            value = value.Length == 0 ? written : $"{value} -> {written}";
            writtenAfter = Step(graph.Events[write].PreviousWrite, stepOf);
        }

        return new CounterexampleStep(
            program.Instance.Actors[thread].Name, OperationNames.Of(operation, write >= 0), location, value, readFrom,
            writtenAfter);
    }

    /// <summary>Adds to a commuting location have no order: a read names all that it has seen.</summary>
    private static CounterexampleStep DescribeCommuting(
        Program program, WidestGraph graph, int number, Dictionary<int, int> stepOf, in Operation operation,
        string location)
    {
        string thread = program.Instance.Actors[graph.Events[number].Thread].Name;
        if ((graph.KindOf(number) & EventKind.Write) != 0)
        {
            return new CounterexampleStep(thread, OperationNames.Of(operation, writes: true), location,
                $"{graph.Events[number].Value:+0;-0}", "", "");
        }

        List<int> seen = [];
        foreach (int add in graph.Events[number].Observed)
        {
            seen.Add(stepOf[add]);
        }

        string readFrom = seen.Count == 0 ? "initial" : $"steps {string.Join(", ", seen.Order())}";
        return new CounterexampleStep(thread, OperationNames.Of(operation, writes: false), location,
            $"{graph.Events[number].Value}", readFrom, "");
    }

    private static int SecondHalf(WidestGraph graph, int read)
    {
        foreach (int number in graph.Threads[graph.Events[read].Thread].Events)
        {
            if (graph.Events[number].Previous == read)
            {
                return number;
            }
        }

        return -1;
    }

    private static string Format(Program program, in Operation operation, long value) =>
        program.Code?.Format(operation.Location, value) ?? $"{value}";

    private static string Step(int number, Dictionary<int, int> stepOf) => number < 0
        ? "initial"
        : $"step {stepOf[number]}";
}
