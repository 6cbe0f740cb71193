using Exploration.Graphs;

namespace Exploration.Search;

/// <summary>
/// One level of a search tree, or a sample of it: each graph stands for as many as its weight says. As long as there is
/// room, every graph has a place of its own. After that two share a place, and one of them, drawn by weight, stands for
/// both: right on average whoever meets (Chen, "Heuristic Sampling: A Method for Predicting the Performance of Tree
/// Searching Programs", SIAM Journal on Computing 21, 1992).
/// </summary>
internal sealed unsafe class GraphSample<TSet>(GraphShape shape, Random random) : IDisposable
    where TSet : unmanaged, IEventSet<TSet>
{
    private const int MaxGraphs = 1024;
    private const int MaxBytes = 8 << 20;

    private static readonly int Room =
        Math.Min(MaxGraphs, MaxBytes / (ExecutionGraph<TSet>.Capacity * (sizeof(GraphEvent<TSet>)
            + sizeof(FenceRow<TSet>))));

    private readonly List<ExecutionGraph<TSet>> _graphs = [];
    private readonly double[] _weights = new double[Room];

    /// <summary>Graphs in the sample.</summary>
    public int Count { get; private set; }

    /// <summary>A graph by number.</summary>
    public ExecutionGraph<TSet> this[int place] => _graphs[place];

    /// <summary>How many graphs of the level it stands for.</summary>
    public double WeightOf(int place) => _weights[place];

    /// <summary>Takes all graphs out.</summary>
    public void Clear() => Count = 0;

    /// <summary>Puts a copy of a graph in.</summary>
    public void Add(ExecutionGraph<TSet> graph, double weight)
    {
        int place = random.Next(Room);
        if (Count < Room)
        {
            place = Count++;
            _weights[place] = 0;
        }

        if (place == _graphs.Count)
        {
            _graphs.Add(new ExecutionGraph<TSet>(shape));
        }

        _weights[place] += weight;
        if (random.NextDouble() * _weights[place] < weight)
        {
            _graphs[place].CopyFrom(graph);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _graphs.ForEach(graph => graph.Dispose());
}
