using Exploration.Actors;
using Exploration.Graphs;

namespace Exploration.Counterexamples;

/// <summary>Keeps the forbidden execution with the fewest preemptions among those shown to it.</summary>
internal sealed class CounterexampleKeeper(Program program)
{
    /// <summary>
    /// How many cuts may be visited in the search for the best schedule of one execution: some 50 MB of them.
    /// </summary>
    private const int MaxCutsOfOne = 1 << 18;

    /// <summary>The same for all executions together: some seconds.</summary>
    private const int MaxCuts = 1 << 22;

    private WidestGraph? _graph;
    private int _cutsLeft = MaxCuts;
    private Schedule? _schedule;
    private string _violation = "";

    /// <summary>How long it takes to understand the one kept; none yet is worst.</summary>
    public (int Overtaken, int Preemptions, int Events) BestRank => _schedule is null
        ? (int.MaxValue, 0, 0)
        : Rank(_schedule);

    /// <summary>Keeps an execution if it is better.</summary>
    public void Offer<TSet>(ExecutionGraph<TSet> graph, string violation)
        where TSet : unmanaged, IEventSet<TSet>
    {
        int cuts = Math.Min(MaxCutsOfOne, _cutsLeft);
        int left = cuts;
        Schedule schedule = CounterexampleBuilder.FindSchedule(graph, ref left);
        _cutsLeft -= cuts - left;
        if (_schedule is null
            || Rank(schedule).CompareTo(Rank(_schedule)) < 0)
        {
            _graph ??= new WidestGraph(graph.Shape);
            _graph.CopyFrom(graph);
            _schedule = schedule;
            _violation = violation;
        }
    }

    private static (int Overtaken, int Preemptions, int Events) Rank(Schedule schedule) =>
        (schedule.Overtaken, schedule.Preemptions, schedule.Events.Count);

    /// <summary>The one kept, or null.</summary>
    public Counterexample? Build() =>
        _schedule is null ? null : CounterexampleBuilder.Build(program, _graph!, _schedule, _violation);
}
