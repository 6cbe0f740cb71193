using Exploration.Actors.Waits;
using Exploration.Division;
using Exploration.Explanations;
using Exploration.Graphs;
using Exploration.Programs;
using Exploration.Races;
using Exploration.Search.Arm64;

namespace Exploration.Search;

/// <summary>Counts what one worker finds, and asks the whole search whether to go on.</summary>
internal sealed class ResultCollector(Program program, ExplorationOptions options, SearchBudget budget)
{
    /// <summary>How many cuts may be visited to tell the preemptions of an execution.</summary>
    private const int MaxCuts = 1 << 20;

    /// <summary>A look takes 25 ns, a step 100 ns and more.</summary>
    private const int StepsBetweenLooks = 64;

    private int _asked;

    private readonly OutcomeTable _outcomes = new(program);
    private readonly long[] _memory = new long[program.Initial.Length];
    private readonly HashSet<string> _violations = [];
    private readonly Arm64Code? _arm64 = options.JudgesArm64 ? new Arm64Code(program) : null;
    private readonly CounterexampleKeeper _counterexample = new(program, options.LimitViolations);
    private readonly List<CyclicExecution> _cyclic = [];

    /// <summary>Complete executions.</summary>
    public long Executions { get; private set; }

    /// <summary>Executions in which somebody waits for ever.</summary>
    public long Blocked { get; private set; }

    /// <summary>
    /// Executions that were given up because they have too many events, or whose preemptions are too hard to tell.
    /// </summary>
    public long Truncated { get; private set; }

    /// <summary>Executions in which a read sees what it causes; they are among the counts.</summary>
    public IReadOnlyList<CyclicExecution> Cyclic => _cyclic;

    /// <summary>Outcomes seen.</summary>
    public IEnumerable<OutcomeTable.Entry> Outcomes => _outcomes.Entries.Where(entry => entry.Count > 0);

    /// <summary>Sentences of the violations seen.</summary>
    public IEnumerable<string> Violations => _violations;

    /// <summary>Whether there are any.</summary>
    public bool HasViolations => _violations.Count > 0;

    /// <summary>The best counterexample.</summary>
    public CounterexampleKeeper Counterexample => _counterexample;

    /// <summary>Looks for data races; null if the program has no data words.</summary>
    public DataRaceCheck? DataRaces { get; } = DataRaceCheck.Of(program);

    /// <summary>Asked at every step; true ends the search. One step in 64 looks at the clock.</summary>
    public bool MustStop => budget.IsSpent || ((++_asked & (StepsBetweenLooks - 1)) == 0 && MustStopNow);

    /// <summary>The same by the clock.</summary>
    public bool MustStopNow => budget.IsSpentNow();

    /// <summary>An execution has more events than a graph can hold and is given up.</summary>
    /// <param name="graph">The part of it that is there.</param>
    /// <param name="mayBeReal">Whether that part can happen.</param>
    /// <returns>False to end the search.</returns>
    public bool Truncate<TSet>(ExecutionGraph<TSet> graph, bool mayBeReal)
        where TSet : unmanaged, IEventSet<TSet>
    {
        budget.Leave(
            BoundKind.ExecutionSize,
            $"executions of more than {GraphLimits.MaxEvents} events, or with too many branches "
            + "on the way, were given up");
        return GiveUp(graph, mayBeReal);
    }

    /// <summary>An execution in which somebody loops without end, in turns that cannot be cut, is given up.</summary>
    /// <param name="graph">The part of it that is there.</param>
    /// <param name="mayBeReal">Whether that part can happen.</param>
    /// <returns>False to end the search.</returns>
    public bool GiveUpLoop<TSet>(ExecutionGraph<TSet> graph, bool mayBeReal)
        where TSet : unmanaged, IEventSet<TSet>
    {
        budget.Leave(
            BoundKind.EndlessLoop,
            "executions in which an actor repeats turns that write, or that leave something "
            + "behind, were given up after "
            + $"{WaitLoops.MaxEndlessTurns} turns: let a wait only read");
        return GiveUp(graph, mayBeReal);
    }

    /// <summary>Executions in which a write becomes visible before an earlier read may have been left out.</summary>
    public void LeaveLoads(string reason) => budget.Leave(BoundKind.LoadBuffering, reason);

    /// <summary>An execution whose adds have too many orders was given up.</summary>
    public void LeaveAddOrder()
    {
        Truncated++;
        budget.Leave(
            BoundKind.ExecutionSize,
            "executions with too many orders of adds that nobody looks at were given up; the graph equivalence orders "
                + "adds as it goes");
    }

    private bool GiveUp<TSet>(ExecutionGraph<TSet> graph, bool mayBeReal)
        where TSet : unmanaged, IEventSet<TSet>
    {
        Truncated++;
        if (mayBeReal && LivenessCheck.Thrown(program, graph) is string thrown)
        {
            Note(graph, thrown);
            budget.CountViolation();
        }

        return budget.Count();
    }

    /// <summary>All actors have finished, or wait for ever.</summary>
    /// <param name="graph">The execution.</param>
    /// <param name="waiting">The actors that wait, as a set.</param>
    /// <returns>False to end the search.</returns>
    public bool Take<TSet>(ExecutionGraph<TSet> graph, ulong waiting)
        where TSet : unmanaged, IEventSet<TSet>
    {
        if (options.PreemptionBound is int bound && !KeepsBound(graph, bound))
        {
            budget.Leave(BoundKind.Preemptions, $"executions with more than {bound} preemptions were left out");
            return budget.Count();
        }

        string? violation;
        if (waiting != 0)
        {
            Blocked++;
            violation = LivenessCheck.Judge(program, graph, waiting, _memory);
        }
        else
        {
            Executions++;
            OutcomeTable.Entry entry = _outcomes.Find(graph);
            entry.Count++;
            entry.IsOnArm64 = entry.IsOnArm64 || _arm64?.Shows(graph) == true;
            violation = entry.Violation;
        }

        // A race comes first: it may be what made the outcome.
        string? race = DataRaces?.Judge(graph);
        Note(graph, race);
        Note(graph, violation);
        if ((race ?? violation) is not null)
        {
            budget.CountViolation();
        }

        return budget.Count();
    }

    /// <summary>The same of an execution in which a read sees what it causes; others may find it, too.</summary>
    public bool TakeCyclic<TSet>(ExecutionGraph<TSet> graph, ulong waiting, byte[] encoding)
        where TSet : unmanaged, IEventSet<TSet>
    {
        string? outcome = waiting == 0 ? _outcomes.Find(graph).Text : null;
        string? violation = waiting == 0
            ? _outcomes.Find(graph).Violation
            : LivenessCheck.Judge(program, graph, waiting, _memory);
        _cyclic.Add(new CyclicExecution(Convert.ToBase64String(encoding), outcome, violation));
        return Take(graph, waiting);
    }

    /// <summary>
    /// The same execution, which has been counted: it may have come about in a way that is easier to follow.
    /// </summary>
    public void ShowAgain<TSet>(ExecutionGraph<TSet> graph, ulong waiting)
        where TSet : unmanaged, IEventSet<TSet>
    {
        Note(graph, DataRaces?.Judge(graph));
        string? violation = waiting == 0
            ? _outcomes.Find(graph).Violation
            : LivenessCheck.Judge(program, graph, waiting, _memory);
        Note(graph, violation);
    }

    private void Note<TSet>(ExecutionGraph<TSet> graph, string? violation)
        where TSet : unmanaged, IEventSet<TSet>
    {
        if (violation is not null)
        {
            _violations.Add(violation);
            _counterexample.Offer(graph, violation);
        }
    }

    /// <summary>Whether some order of a sequentially consistent execution has few enough preemptions.</summary>
    private unsafe bool KeepsBound<TSet>(ExecutionGraph<TSet> graph, int bound)
        where TSet : unmanaged, IEventSet<TSet>
    {
        TSet[] before = new TSet[graph.Present.Length()];
        TSet[] overtakes = new TSet[before.Length];
        foreach (int number in graph.Present)
        {
            before[number] = graph.Events[number].Before;
        }

        int allowance = MaxCuts;
        bool keeps = Scheduler<TSet>.Find(graph, before, overtakes, ref allowance, bound) is not null;
        if (!keeps && allowance <= 0)
        {
            Truncated++;
            budget.Leave(BoundKind.ExecutionSize, "executions were too long to tell their preemptions");
        }

        return keeps;
    }
}
