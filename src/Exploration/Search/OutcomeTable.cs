using Atomics.Programs;
using Exploration.Actors;
using Exploration.Graphs;

namespace Exploration.Search;

/// <summary>Counts executions by outcome. An outcome is built and judged once, when it is first seen.</summary>
internal sealed class OutcomeTable(Program program)
{
    private readonly Dictionary<(long Left, long Right), int> _pairs = [];
    private readonly int[] _observed = [.. program.Instance.Observed.Select(
        observed => program.Instance.Locations.ToList().IndexOf(observed))];

    private int[] _entryOf = new int[64];

    /// <summary>The outcomes seen.</summary>
    public List<Entry> Entries { get; } = [];

    /// <summary>The outcome of an execution.</summary>
    public unsafe Entry Find<TSet>(ExecutionGraph<TSet> graph)
        where TSet : unmanaged, IEventSet<TSet>
    {
        int key = 0;
        for (int thread = 0; thread < program.Replays.Length; thread++)
        {
            key = Pair(key, graph.Threads[thread].Next is int node && IsEnd(thread, node) ? ResultKey(thread, node) : -1);
        }

        foreach (int location in _observed)
        {
            key = Pair(key, program.FinalValue(graph, location));
        }

        if (key >= _entryOf.Length)
        {
            Array.Resize(ref _entryOf, 2 * key);
        }

        if (_entryOf[key] == 0)
        {
            Entries.Add(Judge(graph));
            _entryOf[key] = Entries.Count;
        }

        return Entries[_entryOf[key] - 1];
    }

    private bool IsEnd(int thread, int node) => program.Replays[thread].Tree[node].IsEnd;

    private long ResultKey(int thread, int node)
    {
        ActorTree tree = program.Replays[thread].Tree;
        return (2L * tree.ResultOf(node)) + (tree[node].Kind == OperationKind.Throw ? 1 : 0);
    }

    private int Pair(int left, long right)
    {
        if (!_pairs.TryGetValue((left, right), out int id))
        {
            id = _pairs.Count + 1;
            _pairs.Add((left, right), id);
        }

        return id;
    }

    private unsafe Entry Judge<TSet>(ExecutionGraph<TSet> graph)
        where TSet : unmanaged, IEventSet<TSet>
    {
        List<long[]> registers = [];
        for (int thread = 0; thread < program.Replays.Length; thread++)
        {
            Replay replay = program.Replays[thread];
            int node = graph.Threads[thread].Next;
            if (replay.Tree[node].Kind == OperationKind.Throw)
            {
                string message = replay.MessageOf(replay.Tree.ResultOf(node));
                return new Entry(message, [], message);
            }

            registers.Add(IsEnd(thread, node)
                ? replay.ResultOf(replay.Tree.ResultOf(node))
                : new long[program.Instance.Actors[thread].RegisterNames.Count]);
        }

        long[] final = new long[_observed.Length];
        for (int index = 0; index < final.Length; index++)
        {
            final[index] = program.FinalValue(graph, _observed[index]);
        }

        Outcome outcome = new(program.Instance, registers, final);
        return new Entry(outcome.ToString(), outcome.Values, Judge(outcome));
    }

    private string? Judge(Outcome outcome)
    {
        try
        {
            return program.Instance.Check(outcome);
        }
        catch (Exception thrown)
        {
            throw new ExplorationException(
                $"The scenario's check threw {thrown.GetType().Name}: {thrown.Message} when it was given the outcome '{outcome}'. A check says of every outcome whether it is allowed.",
                thrown);
        }
    }

    /// <summary>An outcome, its judgement, and how many executions showed it.</summary>
    internal sealed class Entry(string text, IReadOnlyList<OutcomeValue> values, string? violation)
    {
        /// <summary>The outcome on one line.</summary>
        public string Text { get; } = text;

        /// <summary>Its values by name; empty where an actor threw.</summary>
        public IReadOnlyList<OutcomeValue> Values { get; } = values;

        /// <summary>Null if it is allowed.</summary>
        public string? Violation { get; } = violation;

        /// <summary>Executions that showed it.</summary>
        public long Count { get; set; }
    }
}
