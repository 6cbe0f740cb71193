using Exploration.Counterexamples;
using Exploration.Division;
using Exploration.Explanations;
using Exploration.Graphs;
using Exploration.Programs;

namespace Exploration.Search;

/// <summary>Keeps the forbidden execution with the fewest preemptions among those shown to it.</summary>
/// <param name="program">The program.</param>
/// <param name="limitViolations"> After how many forbidden executions the search ends. Without a limit each gets little
/// effort, and the same as if it were the only one, so that the best of several searches is the best of one.
/// </param>
internal sealed class CounterexampleKeeper(Program program, long limitViolations = 1000)
{
    /// <summary>
    /// How many cuts may be visited in the search for the best schedule of one execution: some 50 MB of them.
    /// </summary>
    private const int MaxCutsOfOne = 1 << 18;

    /// <summary>The same for all executions together: some seconds.</summary>
    private const int MaxCuts = 1 << 22;

    /// <summary>The same of one execution where there may be any number of them: a tenth of a millisecond.</summary>
    private const int MaxCutsOfMany = 1 << 12;

    private WidestGraph? _graph;
    private int _cutsLeft = MaxCuts;
    private Schedule? _schedule;
    private string _violation = "";
    private byte[] _encoding = [];

    /// <summary>How long it takes to understand the one kept; none yet is worst.</summary>
    public (int Overtaken, int Preemptions, int Events) BestRank => _schedule is null
        ? (int.MaxValue, 0, 0)
        : Rank(_schedule);

    /// <summary>How often a better one came and was kept.</summary>
    public int Kept { get; private set; }

    /// <summary>Keeps an execution if it is better.</summary>
    public void Offer<TSet>(ExecutionGraph<TSet> graph, string violation)
        where TSet : unmanaged, IEventSet<TSet>
    {
        int cuts = limitViolations == long.MaxValue ? MaxCutsOfMany : Math.Min(MaxCutsOfOne, _cutsLeft);
        int left = cuts;
        Schedule schedule = CounterexampleBuilder.FindSchedule(graph, ref left);
        _cutsLeft -= cuts - left;
        int rank = _schedule is null ? -1 : Rank(schedule).CompareTo(Rank(_schedule));
        byte[] encoding = rank <= 0 ? Encode(graph, schedule) : [];
        if (rank < 0 || (rank == 0 && IsLess(encoding, _encoding)))
        {
            Kept++;
            _encoding = encoding;
            _graph ??= new WidestGraph(graph.Shape);
            _graph.CopyFrom(graph);
            _schedule = schedule;
            _violation = violation;
        }
    }

    /// <summary>
    /// The graph, then whose step comes when: a graph in which a read sees what it causes comes about in several ways,
    /// and its schedule depends on them.
    /// </summary>
    private static unsafe byte[] Encode<TSet>(ExecutionGraph<TSet> graph, Schedule schedule)
        where TSet : unmanaged, IEventSet<TSet> =>
        [.. CyclicGraph.Encode(graph), .. schedule.Events.Select(number => (byte)graph.Events[number].Thread)];

    /// <summary>The one kept and its rank, for others to compare; null if there is none.</summary>
    public FoundExecution? BuildRanked() => Build() is Counterexample built
        ? new FoundExecution(_schedule!.Overtaken, built.Preemptions, _schedule.Events.Count,
            Convert.ToBase64String(_encoding), built)
        : null;

    /// <summary>Of two equally good ones the same one is kept, whichever comes first.</summary>
    public bool IsBetterThan(CounterexampleKeeper other) =>
        BestRank.CompareTo(other.BestRank) is int rank && (rank < 0
            || (rank == 0 && IsLess(_encoding, other._encoding)));

    private static bool IsLess(byte[] left, byte[] right) =>
        string.CompareOrdinal(Convert.ToBase64String(left), Convert.ToBase64String(right)) < 0;

    private static (int Overtaken, int Preemptions, int Events) Rank(Schedule schedule) =>
        (schedule.Overtaken, schedule.Preemptions, schedule.Events.Count);

    /// <summary>The one kept, or null.</summary>
    public Counterexample? Build() =>
        _schedule is null ? null : CounterexampleBuilder.Build(program, _graph!, _schedule, _violation);
}
