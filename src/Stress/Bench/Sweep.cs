using System.Diagnostics;
using HdrHistogram;
using Stress.Bench.Cases;
using Stress.Bench.Report;
using Stress.Bench.Team;

namespace Stress.Bench;

/// <summary>
/// Measures every case. Repeats go round all cases in turn, so that whatever disturbs the machine for a while touches
/// all alike.
/// </summary>
/// <param name="cases">The cases.</param>
/// <param name="repeat">Repeats of each.</param>
/// <param name="budget">Time for all.</param>
/// <param name="processors">The processors in the order in which threads take them.</param>
internal sealed class Sweep(IReadOnlyList<BenchCase> cases, int repeat, TimeSpan budget, IReadOnlyList<int> processors)
{
    private const int Samples = 1000;
    private const long LongestSampleNs = 10_000_000_000;
    private const int Digits = 3;
    private readonly LongHistogram[] _latencies =
        [.. Enumerable.Range(0, cases.Max(each => each.Threads))
            .Select(_ => new LongHistogram(LongestSampleNs, Digits))];

    private static readonly TimeSpan Piece = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan ShortestSlice = TimeSpan.FromMilliseconds(2);

    /// <summary>Runs until done or cancelled; a case without a repeat is left out.</summary>
    /// <param name="cancellation">Ends the sweep early.</param>
    public IReadOnlyList<(BenchRow Row, DetailRow Detail)> Run(CancellationToken cancellation)
    {
        Stopwatch clock = Stopwatch.StartNew();
        List<CaseResult> results = [.. cases.Select(each => new CaseResult(each))];
        Dictionary<int, ThreadTeam> teams = cases.Select(each => each.Threads).Distinct()
            .ToDictionary(threads => threads, threads => new ThreadTeam(threads, processors));
        try
        {
            WarmUp.Run(
                // One case of each scheme and kind of worker compiles them all.
                [.. results.DistinctBy(result => (result.Case.Scheme, result.Bed.Workers[0].GetType()))
                    .Select(result => (Action)result.Bed.Workers[0].Chunk)],
                cancellation);
            for (int round = 0; round < repeat && !cancellation.IsCancellationRequested; round++)
            {
                for (int index = 0; index < results.Count && !cancellation.IsCancellationRequested; index++)
                {
                    // What is left, shared by what is left: one case that overruns does not cost the last ones their
                    // slices.
                    double left = ((repeat - round) * results.Count) - index;
                    TimeSpan slice = (budget - clock.Elapsed) / left;
                    CaseResult result = results[index];
                    ThreadTeam team = teams[result.Case.Threads];
                    result.Add(Measure(team, result, slice < ShortestSlice ? ShortestSlice : slice));
                    Sample(team, result);
                }
            }

            return [.. results.Where(result => result.IsMeasured)
                .Select(result => (result.ToRow(), result.ToDetail(processors)))];
        }
        finally
        {
            foreach (ThreadTeam team in teams.Values)
            {
                team.Dispose();
            }

            foreach (CaseResult result in results)
            {
                result.Bed.Dispose();
            }
        }
    }

    /// <summary>
    /// A repeat: pieces so short that some meet no interruption, of which those count in which every thread had its
    /// processor all the time. With more threads than processors that cannot be, and the repeat is one piece.
    /// </summary>
    private static List<IReadOnlyList<ThreadSlice>> Measure(ThreadTeam team, CaseResult result, TimeSpan length)
    {
        if (team.Size > Environment.ProcessorCount)
        {
            return [[.. team.Run(result.Bed.Workers, length)]];
        }

        List<IReadOnlyList<ThreadSlice>> pieces = [];
        Stopwatch clock = Stopwatch.StartNew();
        do
        {
            pieces.Add([.. team.Run(result.Bed.Workers, Piece)]);
        }
        while (clock.Elapsed < length);
        List<IReadOnlyList<ThreadSlice>> kept = [.. pieces.Where(ThreadSlice.IsUndisturbed)];
        return kept.Count > 0 ? kept : pieces;
    }

    /// <summary>
    /// Times single operations while every other thread works too: each works on until all have their samples.
    /// </summary>
    private void Sample(ThreadTeam team, CaseResult result)
    {
        int arrived = 0;
        int done = 0;
        team.RunOnce(thread =>
        {
            BenchWorker worker = result.Bed.Workers[thread];
            Interlocked.Increment(ref arrived);
            WorkUntilAll(worker, ref arrived, team.Size);
            worker.Sample(_latencies[thread], Samples);
            Interlocked.Increment(ref done);
            WorkUntilAll(worker, ref done, team.Size);
        });
        foreach (LongHistogram latencies in _latencies.AsSpan(0, team.Size))
        {
            result.Latencies.Add(latencies);
            latencies.Reset();
        }
    }

    private static void WorkUntilAll(BenchWorker worker, ref int count, int all)
    {
        while (Volatile.Read(ref count) < all)
        {
            worker.One();
        }
    }
}
