using System.Numerics;
using Exploration.Actors;
using Exploration.Counterexamples;
using Exploration.Graphs;

namespace Exploration.Search;

/// <summary>Counts what one worker finds, and asks the whole search whether to go on.</summary>
internal sealed class ResultCollector(Program program, ExplorationOptions options, SearchBudget budget) : IGraphSink
{
    private readonly OutcomeTable _outcomes = new(program);
    private readonly HashSet<string> _violations = [];
    private readonly CounterexampleKeeper _counterexample = new(program);
    private double _covered;
    private long _parts;

    /// <summary>Complete executions.</summary>
    public long Executions { get; private set; }

    /// <summary>Executions in which somebody waits for ever.</summary>
    public long Blocked { get; private set; }

    /// <summary>Outcomes seen.</summary>
    public IEnumerable<OutcomeTable.Entry> Outcomes => _outcomes.Entries.Where(entry => entry.Count > 0);

    /// <summary>Sentences of the violations seen.</summary>
    public IEnumerable<string> Violations => _violations;

    /// <summary>The best counterexample.</summary>
    public CounterexampleKeeper Counterexample => _counterexample;

    /// <inheritdoc/>
    public void Cover(double share)
    {
        _covered += share;
        if ((++_parts & 0xFF) == 0)
        {
            budget.Cover(_covered);
            _covered = 0;
        }
    }

    /// <inheritdoc/>
    public bool MustStop => budget.IsSpent;

    /// <inheritdoc/>
    public bool Take(ref ExecutionGraph graph, ulong waiting)
    {
        if (options.PreemptionBound is int bound && !KeepsBound(ref graph, bound))
        {
            return budget.Count();
        }

        string? violation;
        if (waiting != 0)
        {
            Blocked++;
            violation = LivenessCheck.Judge(program, ref graph, waiting);
        }
        else
        {
            Executions++;
            OutcomeTable.Entry entry = _outcomes.Find(ref graph);
            entry.Count++;
            violation = entry.Violation;
        }

        // A race comes first: it may be what made the outcome.
        string? race = program.DataRaces?.Judge(ref graph);
        Note(ref graph, race);
        Note(ref graph, violation);
        if ((race ?? violation) is not null)
        {
            budget.CountViolation();
        }

        return budget.Count();
    }

    private void Note(ref ExecutionGraph graph, string? violation)
    {
        if (violation is not null)
        {
            _violations.Add(violation);
            _counterexample.Offer(ref graph, violation);
        }
    }

    /// <summary>Whether some order of a sequentially consistent execution has few enough preemptions.</summary>
    private unsafe bool KeepsBound(ref ExecutionGraph graph, int bound)
    {
        Span<ulong> before = stackalloc ulong[ExecutionGraph.MaxEvents];
        Span<ulong> overtakes = stackalloc ulong[ExecutionGraph.MaxEvents];
        overtakes.Clear();
        for (ulong rest = graph.Present; rest != 0; rest &= rest - 1)
        {
            int number = BitOperations.TrailingZeroCount(rest);
            before[number] = graph.Before[number];
        }

        return Schedule.Find(ref graph, program.Replays.Length, before, overtakes, bound) is not null;
    }
}
