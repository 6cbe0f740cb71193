namespace Stress.Bench.Report;

/// <summary>The tables of one pattern and order: a row for each scheme, a column for each number of threads.</summary>
/// <param name="results">The rows of the pattern and order, with their details.</param>
internal sealed class ThroughputTables(IReadOnlyList<(BenchRow Row, DetailRow Detail)> results)
{
    private readonly (int Threads, bool IsOversubscribed)[] _threads =
        [.. results.Select(each => (each.Row.Threads, each.Detail.Oversubscribed)).Distinct()];

    /// <summary>A section for each pattern and order.</summary>
    public static IEnumerable<ReportSection> Of(BenchReport report) =>
        report.Rows.Zip(report.Details).GroupBy(each => (each.First.Pattern, each.First.Order)).Select(group =>
        {
            ThroughputTables tables = new([.. group]);
            return new ReportSection(TitleOf(group.Key.Pattern, group.Key.Order),
                [tables.Throughput(), tables.Latency()]);
        });

    /// <summary>The heading of a pattern and order.</summary>
    public static string TitleOf(string pattern, int order) => Figure.Text($"Pattern {pattern}, order {order}");

    private ReportTable Throughput() => new(
        ["scheme", "protocol", .. _threads.Select(each => Figure.Threads(each.Threads, each.IsOversubscribed))],
        Rows(
            all =>
                _threads.Select(each => Cell(all, each.Threads,
                    (row, _) => $"{Figure.Millions(row.OpsPerSecond)} ({Figure.Percent(row.Spread)})"))))
    {
        TextColumns = 2,
        Note =
            "Million operations a second of all threads, and in brackets the spread: distance of the repeats' "
            + "quartiles as a share of the median.",
    };

    private ReportTable Latency()
    {
        var several = _threads.Where(each => each.Threads > 1).ToArray();
        bool hasReads = results.Any(each => each.Row.Pattern.StartsWith("read", StringComparison.Ordinal));
        var retried = hasReads ? _threads : [];
        return new ReportTable(
            [
                "scheme",
                "protocol",
                .. _threads.Select(each => $"ns, {Figure.Threads(each.Threads, each.IsOversubscribed)}"),
                .. several.Select(each => $"fairness, {each.Threads} threads"),
                .. retried.Select(each => $"retries, {Figure.Threads(each.Threads, isOversubscribed: false)}"),
            ],
            Rows(all =>
            [
                .. _threads.Select(each =>
                    Cell(all, each.Threads, (_, detail) =>
                        Figure.Text($"{detail.P50Ns:#,0} / {detail.P99Ns:#,0} / {detail.P999Ns:#,0}"))),
                .. several.Select(each =>
                    Cell(all, each.Threads, (_, detail) => Figure.Text($"{detail.Fairness:0.00}"))),
                .. retried.Select(each =>
                    Cell(all, each.Threads, (_, detail) => Figure.Text($"{detail.RetriesPerRead:0.####}"))),
            ]))
        {
            TextColumns = 2,
            Note =
                "One operation: p50 / p99 / p99.9, the clock's own cost included. Fairness: operations of the slowest "
                + "thread for one of the fastest."
                + (hasReads ? " Retries: tries of a decision that were not accepted." : ""),
        };
    }

    private string[][] Rows(Func<(BenchRow Row, DetailRow Detail)[], IEnumerable<string>> cells) =>
    [
        .. results.GroupBy(each => (each.Row.Scheme, each.Row.Protocol))
            .Select(group => (string[])[group.Key.Scheme, group.Key.Protocol, .. cells([.. group])]),
    ];

    /// <summary>Empty for a case that an interrupted bench did not come to.</summary>
    private static string Cell((BenchRow Row, DetailRow Detail)[] all, int threads,
        Func<BenchRow, DetailRow, string> text) =>
        all.Where(each => each.Row.Threads == threads).Select(each => text(each.Row, each.Detail)).FirstOrDefault("");
}
