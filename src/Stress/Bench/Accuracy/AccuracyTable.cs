using Runs.Tracing.Parsing;
using Stress.Bench.Cases;

namespace Stress.Bench.Accuracy;

/// <summary>Wrong answers of each scheme on synthetic workloads and on the sample traces.</summary>
internal static class AccuracyTable
{
    private static readonly int[] MmCounts = [2, 3, 8];

    /// <summary>Order of the folios of a trace, as in <c>run</c>.</summary>
    private const int TraceOrder = 4;

    /// <summary>The sample traces beside the program.</summary>
    public static IReadOnlyList<string> Traces { get; } =
        Directory.Exists(Path.Combine(AppContext.BaseDirectory, "traces"))
            ? [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "traces"), "*.txt.gz")
                .Order(StringComparer.Ordinal)]
            : [];

    /// <summary>Counts; ends early when cancelled.</summary>
    public static IReadOnlyList<AccuracyRow> Count(IReadOnlyList<BenchScheme> schemes, CancellationToken cancellation)
    {
        IAccuracyWorkload[] workloads =
        [
            .. MmCounts.Select(mms => new ChurnAccuracy(mms)),
            .. Traces.Select(path => new TraceAccuracy(TraceFile.Load(path), TraceOrder)),
        ];

        // Protocols are about concurrency; the answers of one thread are the same for each.
        BenchScheme[] precise = [.. schemes.DistinctBy(scheme => scheme.Name)];
        return [.. workloads
            .SelectMany(workload => precise.Select(scheme => (workload, scheme)))
            .TakeWhile(_ => !cancellation.IsCancellationRequested)
            .Select(each => each.workload.Count(each.scheme))];
    }
}
