using HdrHistogram;
using Stress.Bench.Cases;
using Stress.Bench.Report;
using Stress.Bench.Team;

namespace Stress.Bench;

/// <summary>The repeats of one case, as they come in.</summary>
/// <param name="benchCase">The case.</param>
internal sealed class CaseResult(BenchCase benchCase)
{
    private const long LongestSampleNs = 10_000_000_000;
    private const int Digits = 3;
    private readonly List<double> _rates = [];
    private readonly List<double> _fairness = [];

    /// <summary>The case.</summary>
    public BenchCase Case => benchCase;

    /// <summary>Its folios, MMs and workers.</summary>
    public BenchBed Bed { get; } = benchCase.Scheme.CreateBed(benchCase);

    /// <summary>Times of single operations, in nanoseconds.</summary>
    public LongHistogram Latencies { get; } = new(LongestSampleNs, Digits);

    /// <summary>Whether there is a repeat.</summary>
    public bool IsMeasured => _rates.Count > 0;

    /// <summary>Adds a repeat.</summary>
    /// <param name="pieces">Its pieces, at least one.</param>
    public void Add(IReadOnlyList<IReadOnlyList<ThreadSlice>> pieces)
    {
        _rates.Add(Median.Of(pieces.Select(ThreadSlice.Rate)).Middle);
        _fairness.Add(Median.Of(pieces.Select(ThreadSlice.Fairness)).Middle);
    }

    /// <summary>The throughput.</summary>
    public BenchRow ToRow()
    {
        Median rate = Median.Of(_rates);
        return new BenchRow(
            Case.Scheme.Name,
            Case.Scheme.Protocol,
            Case.Order,
            Case.Pattern.Name,
            Case.Threads,
            Math.Round(rate.Middle),
            Math.Round(Case.Threads * 1e9 / rate.Middle, 3),
            Math.Round(rate.Spread, 4));
    }

    /// <summary>The row of <c>details[]</c>: what the row of <c>rows[]</c> leaves out.</summary>
    /// <param name="processors">The processors in the order in which threads take them.</param>
    public DetailRow ToDetail(IReadOnlyList<int> processors)
    {
        long reads = Bed.Workers.Sum(worker => worker.Reads);
        long retries = Bed.Workers.Sum(worker => worker.Retries);
        return new DetailRow(
            $"{Case.Scheme.Label} {Case.Pattern.Name} order {Case.Order} threads {Case.Threads}",
            Case.Threads > Environment.ProcessorCount,
            Latencies.GetValueAtPercentile(50),
            Latencies.GetValueAtPercentile(99),
            Latencies.GetValueAtPercentile(99.9),
            reads == 0 ? 0 : Math.Round(retries / (double)reads, 6),
            Math.Round(Median.Of(_fairness).Middle, 4),
            string.Join(',', processors.Take(Case.Threads)));
    }
}
