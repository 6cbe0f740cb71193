using System.Runtime.CompilerServices;
using Atomics.Programs;
using Exploration.Actors;
using Exploration.Graphs;
using Exploration.Programs;
using Exploration.Races;

namespace Exploration.Search;

/// <summary>Counts executions by outcome. An outcome is built and judged once, when it is first seen.</summary>
internal sealed class OutcomeTable(Program program)
{
    /// <summary>What a set of locations takes.</summary>
    private const int WordsOfWritten = 2;

    private readonly int[] _observed = ObservedBy(program);
    private readonly CallOrder? _calls = program.Code?.OrderedCalls > 0 ? new CallOrder(program) : null;
    private readonly long[] _key =
        new long[program.Replays.Length + ObservedBy(program).Length + (program.Code?.OrderedCalls ?? 0)
            + (program.Code is null ? 0 : WordsOfWritten)];
    private ulong[] _preceding = [];
    private LocationSet _written;
    private Entry?[] _slots = new Entry?[256];

    /// <summary>The outcomes seen.</summary>
    public List<Entry> Entries { get; } = [];

    /// <summary>The outcome of an execution.</summary>
    [MethodImpl(Compilation.AtOnce)]
    public Entry Find<TSet>(ExecutionGraph<TSet> graph)
        where TSet : unmanaged, IEventSet<TSet>
    {
        ulong hash = ReadKey(graph);
        int slot = FirstSlot(hash);
        while (_slots[slot] is Entry entry)
        {
            if (entry.Hash == hash && entry.Key.AsSpan().SequenceEqual(_key))
            {
                return entry;
            }

            slot = (slot + 1) & (_slots.Length - 1);
        }

        return Add(Judge(graph), hash);
    }

    /// <summary>What tells an outcome from others: how each actor ended, then the final values.</summary>
    [MethodImpl(Compilation.AtOnce)]
    private unsafe ulong ReadKey<TSet>(ExecutionGraph<TSet> graph)
        where TSet : unmanaged, IEventSet<TSet>
    {
        ulong hash = 0;
        _preceding = _calls is null ? [] : Order(graph);
        for (int index = 0; index < _key.Length; index++)
        {
            int observed = index - program.Replays.Length;
            _key[index] = observed < 0 ? EndOf(index, graph.Threads[index].Next)
                : observed < _observed.Length ? program.FinalValue(graph, _observed[observed])
                : observed - _observed.Length < _preceding.Length ? (long)_preceding[observed - _observed.Length]
                : 0;
            hash = (hash ^ (ulong)_key[index]) * 0x9E3779B97F4A7C15;
        }

        return program.Code is null ? hash : AddWritten(graph, hash);
    }

    /// <summary>
    /// Adds which words were written. Of a word that no run has touched yet nobody knows what it holds at first: an
    /// execution that leaves it alone is not one that writes what it seems to hold.
    /// </summary>
    private unsafe ulong AddWritten<TSet>(ExecutionGraph<TSet> graph, ulong hash)
        where TSet : unmanaged, IEventSet<TSet>
    {
        _written = default;
        foreach (int location in _observed)
        {
            _written = graph.Locations[location].Writes.IsEmpty ? _written : _written.With(location);
        }

        (_key[^2], _key[^1]) = ((long)_written.Low, (long)_written.High);
        return (((hash ^ _written.Low) * 0x9E3779B97F4A7C15) ^ _written.High) * 0x9E3779B97F4A7C15;
    }

    private Entry Add((string Text, IReadOnlyList<OutcomeValue> Values, string? Violation) judged, ulong hash)
    {
        Entry added = new(judged.Text, judged.Values, judged.Violation, [.. _key], hash);
        Entries.Add(added);
        if (2 * Entries.Count > _slots.Length)
        {
            _slots = new Entry?[2 * _slots.Length];
            Entries.ForEach(Put);
        }
        else
        {
            Put(added);
        }

        return added;
    }

    private void Put(Entry entry)
    {
        int slot = FirstSlot(entry.Hash);
        while (_slots[slot] is not null)
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        _slots[slot] = entry;
    }

    private int FirstSlot(ulong hash) => (int)(hash >> 32) & (_slots.Length - 1);

    /// <summary>The result of an actor that has ended; -1 of one that waits.</summary>
    private long EndOf(int thread, int node)
    {
        ActorTree tree = program.Replays[thread].Tree;
        ref readonly Operation operation = ref tree[node];
        return operation.IsEnd ? (2L * tree.ResultOf(node)) + (operation.Kind == OperationKind.Throw ? 1 : 0) : -1;
    }

    /// <summary>The order of the calls; none where an actor has thrown or waits.</summary>
    private unsafe ulong[] Order<TSet>(ExecutionGraph<TSet> graph)
        where TSet : unmanaged, IEventSet<TSet>
    {
        for (int thread = 0; thread < program.Replays.Length; thread++)
        {
            if (program.Replays[thread].Tree[graph.Threads[thread].Next].Kind != OperationKind.Finish)
            {
                return [];
            }
        }

        return _calls!.Of(graph);
    }

    private bool IsEnd(int thread, int node) => program.Replays[thread].Tree[node].IsEnd;

    private unsafe (string Text, IReadOnlyList<OutcomeValue> Values, string? Violation) Judge<TSet>(
        ExecutionGraph<TSet> graph)
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
                return (message, [], message);
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

        if (program.Code is CodeScenario code)
        {
            CodeOutcome judged = code.Judge(registers, final, [.. _written.ToNumbers()], _preceding);
            return (judged.Text, judged.Values, judged.Violation);
        }

        Outcome outcome = new(program.Instance, registers, final);
        return (outcome.ToString(), outcome.Values, Judge(outcome));
    }

    /// <summary>Code may look at all of memory at the end.</summary>
    private static int[] ObservedBy(Program program) => program.Code is not null
        ? [.. Enumerable.Range(0, program.Initial.Length)]
        : [.. program.Instance.Observed.Select(observed => program.Instance.Locations.ToList().IndexOf(observed))];

    private string? Judge(Outcome outcome)
    {
        try
        {
            return program.Instance.Check(outcome);
        }
        catch (Exception thrown)
        {
            // What a check cannot make sense of is not allowed; the execution shows how it came about.
            return $"The scenario's check threw {thrown.GetType().Name}: {thrown.Message} when it was given the "
                + $"outcome '{outcome}'.";
        }
    }

    /// <summary>An outcome, its judgement, and how many executions showed it.</summary>
    internal sealed class Entry(string text, IReadOnlyList<OutcomeValue> values, string? violation,
        long[] key, ulong hash)
    {
        /// <summary>What tells it from others.</summary>
        public long[] Key { get; } = key;

        /// <summary>Hash of the key.</summary>
        public ulong Hash { get; } = hash;

        /// <summary>The outcome on one line.</summary>
        public string Text { get; } = text;

        /// <summary>Its values by name; empty where an actor threw.</summary>
        public IReadOnlyList<OutcomeValue> Values { get; } = values;

        /// <summary>Null if it is allowed.</summary>
        public string? Violation { get; } = violation;

        /// <summary>Whether Arm64 code shows it, if that is asked for.</summary>
        public bool IsOnArm64 { get; set; }

        /// <summary>Executions that showed it.</summary>
        public long Count { get; set; }
    }
}
