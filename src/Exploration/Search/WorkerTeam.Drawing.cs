using Exploration.Graphs;
using Exploration.Models;
using Exploration.Programs;

namespace Exploration.Search;

/// <summary>A team of one that draws executions at random.</summary>
internal sealed partial class WorkerTeam
{
    /// <summary>Draws that say how many accesses an execution has. They are the same for every seed.</summary>
    private const int FirstDraws = 64;

    /// <summary>Draws executions.</summary>
    /// <param name="options">How many, and how.</param>
    public ExplorationResult Draw<TModel>(SampleOptions options)
        where TModel : struct, IMemoryModel
    {
        _budget.Start(estimator: null);
        Begin();
        _collectors = [new ResultCollector(_programs[0], _options, _budget)];
        using IGraphSearch search = NewSearch<TModel>(0, new WorkPool(1), commuting: default);
        SampleReport? report = null;
        Run(() =>
        {
            report = Draw(search, options);
            Isolation.CheckWays(_programs[0]);
        });
        string left = TModel.MayBufferLoads
            ? ", none in which a read sees what it causes or a failed compare-and-swap only acquires"
            : "";
        _budget.Leave(BoundKind.Sample, $"{report!.Drawn} executions were drawn at random{left}");
        return Report() with { Sample = report };
    }

    private SampleReport Draw(IGraphSearch search, SampleOptions options)
    {
        Draw draw = new(_programs[0].Replays.Length, options.History);
        ResultCollector results = _collectors[0];
        int accesses = 0;
        for (int first = 1; first <= FirstDraws; first++)
        {
            search.Draw(() => draw.Begin(-first, maxDepth: accesses, accesses), distinct: null);
            accesses = Math.Max(accesses, Math.Min(draw.Accesses, GraphLimits.MaxEvents));
        }

        HashSet<UInt128> distinct = [];
        long discarded = 0;
        long longer = 0;
        long? counterexample = null;
        for (long index = 0; index < options.Count && !_budget.IsSpentNow(); index++)
        {
            int kept = results.Counterexample.Kept;
            long seed = options.Seed + index;
            DrawEnd end = search.Draw(() => draw.Begin(seed, options.Depth, accesses), distinct);
            discarded += end == DrawEnd.Discarded ? 1 : 0;
            longer += draw.Accesses > accesses ? 1 : 0;
            counterexample = results.Counterexample.Kept > kept ? seed : counterexample;
        }

        int depth = Math.Min(options.Depth, accesses);
        return new SampleReport(
            results.Executions + results.Blocked, distinct.Count, discarded, options.Seed, depth, options.History,
            accesses, longer, draw.Probability(depth, options.Depth, accesses), counterexample);
    }
}
