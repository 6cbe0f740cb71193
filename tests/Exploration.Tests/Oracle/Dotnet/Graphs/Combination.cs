using Exploration.Tests.Oracle.Axioms;
using Exploration.Tests.Oracle.Dotnet.Traces;

namespace Exploration.Tests.Oracle.Dotnet.Graphs;

/// <summary>One run of each thread, side by side: the events that executions connect.</summary>
internal sealed class Combination
{
    private const int MostEvents = 64;

    public Combination(ProgramTraces program, Trace[] traces)
    {
        Program = program;
        Traces = traces;
        Nodes = [.. traces.SelectMany(
            (trace, thread) => trace.Events.Select((each, index) => new Node(thread, index, each)))];
        if (Nodes.Length > MostEvents)
        {
            throw new InvalidOperationException($"{Nodes.Length} events are more than the oracle's {MostEvents}.");
        }

        Start = new int[traces.Length];
        for (int thread = 1; thread < traces.Length; thread++)
        {
            Start[thread] = Start[thread - 1] + traces[thread - 1].Events.Length;
        }

        ProgramOrder = Relate((from, to) => Nodes[from].IsBefore(Nodes[to]));
    }

    public ProgramTraces Program { get; }

    /// <summary>The run of each thread.</summary>
    public Trace[] Traces { get; }

    /// <summary>Thread after thread in program order.</summary>
    public Node[] Nodes { get; }

    /// <summary>The number of each thread's first event.</summary>
    public int[] Start { get; }

    public Relation ProgramOrder { get; }

    public TraceEvent this[int number] => Nodes[number].Event;

    public Relation Relate(Func<int, int, bool> holds) => new(Nodes.Length, holds);

    public bool AreOfOneThread(int first, int second) => Nodes[first].Thread == Nodes[second].Thread;

    /// <summary>The fences between two events of a thread.</summary>
    public IEnumerable<FenceKind> Between(int first, int second) =>
        Enumerable.Range(first + 1, second - first - 1).Select(number => this[number].Fence).OfType<FenceKind>();

    /// <summary>Every way to connect the events that no model objects to at once: coherent, updates atomic.</summary>
    public IEnumerable<Execution> Executions()
    {
        IEnumerable<LocationChoice>[] choices =
        [
            .. Enumerable.Range(0, Nodes.Length).Where(number => this[number].IsAccess)
                .GroupBy(number => this[number].Location)
                .Select(group => LocationChoice.Of(this, group.Key, [.. group])),
        ];
        return Products.Of(choices).Select(choice => new Execution(this, choice));
    }
}
