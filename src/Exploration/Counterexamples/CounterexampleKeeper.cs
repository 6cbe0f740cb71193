using Exploration.Actors;
using Exploration.Graphs;

namespace Exploration.Counterexamples;

/// <summary>Keeps the forbidden execution with the fewest preemptions among those shown to it.</summary>
internal sealed class CounterexampleKeeper(Program program)
{
    private ExecutionGraph _graph;
    private Schedule? _schedule;
    private string _violation = "";

    /// <summary>How long it takes to understand the one kept; none yet is worst.</summary>
    public (int Overtaken, int Preemptions, int Events) BestRank => _schedule is null ? (int.MaxValue, 0, 0) : Rank(_schedule);

    /// <summary>Keeps an execution if it is better.</summary>
    public void Offer(ref ExecutionGraph graph, string violation)
    {
        Schedule schedule = CounterexampleBuilder.FindSchedule(program, ref graph);
        if (_schedule is null
            || Rank(schedule).CompareTo(Rank(_schedule)) < 0)
        {
            _graph = graph;
            _schedule = schedule;
            _violation = violation;
        }
    }

    private static (int Overtaken, int Preemptions, int Events) Rank(Schedule schedule) =>
        (schedule.Overtaken, schedule.Preemptions, schedule.Events.Count);

    /// <summary>The one kept, or null.</summary>
    public Counterexample? Build() =>
        _schedule is null ? null : CounterexampleBuilder.Build(program, ref _graph, _schedule, _violation);
}
