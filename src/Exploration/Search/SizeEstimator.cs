using System.Diagnostics;
using Exploration.Actors;
using Exploration.Graphs;
using Exploration.Models;
using Exploration.Programs;

namespace Exploration.Search;

/// <summary>
/// Estimates the size of a search from several samples of its tree, and says nothing as long as they differ too much.
/// It has a scenario instance of its own, so that the workers go on meanwhile.
/// </summary>
internal sealed class SizeEstimator : IDisposable
{
    private const int MinSamples = 4;
    private const int MaxSamples = 32;
    private static readonly TimeSpan MaxTime = TimeSpan.FromMilliseconds(250);

    private readonly Lazy<Program> _program;
    private readonly Func<double?> _sample;
    private readonly Random _random;
    private readonly List<double> _samples = [];
    private LocationSet? _commuting;
    private bool _hasFailed;

    private SizeEstimator(ProgramSource source, LocationSet? commuting, int seed, Func<SizeEstimator, double?> sample)
    {
        _program = new Lazy<Program>(() => new Program(source));
        _sample = () => sample(this);
        _random = new Random(seed);
        _commuting = commuting;
    }

    /// <summary>
    /// Executions of the whole search, blocked ones included: the mean of the samples; null unless there are some and
    /// its standard error is at most half of it.
    /// </summary>
    public double? Executions
    {
        get
        {
            if (_samples.Count < MinSamples)
            {
                return null;
            }

            double mean = _samples.Average();
            double variance = _samples.Sum(sample => (sample - mean) * (sample - mean)) / (_samples.Count - 1);
            return Math.Sqrt(variance / _samples.Count) <= mean / 2 ? mean : null;
        }
    }

    /// <summary>An estimator of the searches of a model.</summary>
    /// <param name="source">Makes instances, when the first sample is taken.</param>
    /// <param name="commuting">Locations whose adds are left unordered; null for all that can be.</param>
    /// <param name="seed">Where the samples come from.</param>
    public static SizeEstimator Of<TModel>(ProgramSource source, LocationSet? commuting, int seed)
        where TModel : struct, IMemoryModel =>
        new(source, commuting, seed,
            estimator => estimator.Sample<TModel, Set64>() ?? estimator.Sample<TModel, Set128>()
                ?? estimator.Sample<TModel, Set512>());

    /// <summary>Takes a sample; as long as there are too few, as many as a quarter of a second allows.</summary>
    public void Refine()
    {
        Stopwatch clock = Stopwatch.StartNew();
        do
        {
            Take();
        }
        while (!_hasFailed && _samples.Count < MinSamples && clock.Elapsed < MaxTime);
    }

    /// <summary>Takes a number of samples.</summary>
    public void Take(int count)
    {
        for (int sample = 0; sample < count; sample++)
        {
            Take();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_program.IsValueCreated)
        {
            _program.Value.Dispose();
        }
    }

    private void Take()
    {
        if (_hasFailed || _samples.Count == MaxSamples)
        {
            return;
        }

        if (_sample() is double executions)
        {
            _samples.Add(executions);
        }
        else
        {
            _hasFailed = true;
        }
    }

    private double? Sample<TModel, TSet>()
        where TModel : struct, IMemoryModel
        where TSet : unmanaged, IEventSet<TSet>
    {
        Program program = _program.Value;
        ExplorationOptions options = new();
        ResultCollector unused = new(program, options, new SearchBudget(options, CancellationToken.None));
        while (true)
        {
            LocationSet commuting = _commuting ??= LocationSet.Below(program.Initial.Length);
            using GraphSearch<TModel, TSet> search = new(program, unused, new WorkPool(1), shuffle: null, commuting,
                new LoadGuesses(program.Replays.Length), comparison: null, wider: null);
            double? executions = search.Estimate(_random);
            if (search.MustOrder.IsEmpty)
            {
                return executions;
            }

            _commuting = commuting - search.MustOrder;
        }
    }
}
