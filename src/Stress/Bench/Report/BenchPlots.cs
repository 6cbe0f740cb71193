using ScottPlot;
using ScottPlot.Palettes;
using Stress.Bench.Schemes;

namespace Stress.Bench.Report;

/// <summary>Draws the figures of a report.</summary>
internal static class BenchPlots
{
    private const int PerMillion = 1_000_000;
    private static readonly MarkerShape[] Markers =
        [MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledDiamond, MarkerShape.FilledTriangleUp, MarkerShape.OpenCircle];

    /// <summary>Throughput against threads for each pattern and order, then latency and retries.</summary>
    public static IEnumerable<BenchPlot> Draw(BenchReport report)
    {
        foreach (var group in report.Rows.GroupBy(row => (row.Pattern, row.Order)))
        {
            yield return Throughput(group.Key.Pattern, group.Key.Order, [.. group]);
        }

        // Oversubscribed, a latency is that of the scheduler.
        (BenchRow Row, DetailRow Detail)[] all = [.. report.Rows.Zip(report.Details).Where(each => !each.Second.Oversubscribed)];
        if (all.Length > 0)
        {
            int threads = all.Max(each => each.Row.Threads);
            int order = all[0].Row.Order;
            (BenchRow Row, DetailRow Detail)[] most = [.. all.Where(each => each.Row.Threads == threads && each.Row.Order == order)];
            foreach (string pattern in most.Select(each => each.Row.Pattern).Distinct().Where(name => name is "one-folio" or "private" or "reads-50"))
            {
                yield return Latency(pattern, threads, [.. most.Where(each => each.Row.Pattern == pattern)]);
            }

            (BenchRow Row, DetailRow Detail)[] mixed = [.. most.Where(each => each.Row.Pattern.StartsWith("reads-", StringComparison.Ordinal))];
            if (mixed.Length > 0)
            {
                yield return Retries(threads, mixed);
            }
        }
    }

    private static BenchPlot Throughput(string pattern, int order, IReadOnlyList<BenchRow> rows)
    {
        Plot plot = New($"{pattern}, order {order}: throughput", "threads (pinned)", "million operations a second");
        Category20 palette = new();
        List<string> labels = [.. BenchSchemes.All.Select(scheme => scheme.Label)];
        foreach (var scheme in rows.GroupBy(row => $"{row.Scheme}/{row.Protocol}"))
        {
            // A scheme looks the same in every picture.
            int index = labels.IndexOf(scheme.Key);
            double[] threads = [.. scheme.Select(row => (double)row.Threads)];
            var line = plot.Add.Scatter(threads, [.. scheme.Select(row => row.OpsPerSecond / PerMillion)], palette.GetColor(index));
            line.LegendText = scheme.Key;
            line.LineWidth = 2;
            line.MarkerSize = 8;
            line.MarkerShape = Markers[index % Markers.Length];
        }

        double[] ticks = [.. rows.Select(row => (double)row.Threads).Distinct()];
        plot.Axes.Bottom.SetTicks(ticks, [.. ticks.Select(tick => tick > Environment.ProcessorCount ? $"{tick} (oversubscribed)" : $"{tick}")]);
        plot.Axes.SetLimitsY(0, rows.Max(row => row.OpsPerSecond) / PerMillion * 1.05);
        plot.ShowLegend(Edge.Right);
        return new BenchPlot($"throughput-{pattern}-order-{order}", $"Throughput: {pattern}, order {order}", plot);
    }

    private static BenchPlot Latency(string pattern, int threads, IReadOnlyList<(BenchRow Row, DetailRow Detail)> rows)
    {
        Plot plot = New($"{pattern}, {threads} threads: time of one operation, the clock's cost included", "", "ns, logarithmic");
        (string Name, Func<DetailRow, long> Value, Color Color)[] series =
        [
            ("p50", row => row.P50Ns, Colors.SteelBlue),
            ("p99", row => row.P99Ns, Colors.Orange),
            ("p99.9", row => row.P999Ns, Colors.Red),
        ];
        for (int each = 0; each < series.Length; each++)
        {
            var bars = plot.Add.Bars((Bar[])[.. rows.Select((row, index) => new Bar
            {
                Position = (index * 4) + each,
                Value = Math.Log10(Math.Max(1, series[each].Value(row.Detail))),
                FillColor = series[each].Color,
                Size = 0.9,
            })]);
            bars.LegendText = series[each].Name;
        }

        Label(plot, rows, distance: 4, middle: 1);
        plot.Axes.Left.SetTicks([0, 1, 2, 3, 4, 5, 6, 7], ["1", "10", "100", "1 µs", "10 µs", "100 µs", "1 ms", "10 ms"]);
        plot.Axes.SetLimitsY(0, rows.Max(row => Math.Log10(Math.Max(10, row.Detail.P999Ns))) + 0.3);
        plot.ShowLegend(Alignment.UpperLeft);
        return new BenchPlot($"latency-{pattern}", $"Latency: {pattern}", plot);
    }

    private static BenchPlot Retries(int threads, IReadOnlyList<(BenchRow Row, DetailRow Detail)> rows)
    {
        Plot plot = New($"decisions on a busy folio, {threads} threads: tries that were not accepted", "", "tries for each decision");
        string[] patterns = [.. rows.Select(row => row.Row.Pattern).Distinct()];
        string[] schemes = [.. rows.Select(row => Label(row.Row)).Distinct()];
        Color[] colors = [Colors.SteelBlue, Colors.Orange, Colors.Red];
        for (int pattern = 0; pattern < patterns.Length; pattern++)
        {
            var bars = plot.Add.Bars((Bar[])[.. rows.Where(row => row.Row.Pattern == patterns[pattern]).Select(row => new Bar
            {
                Position = (Array.IndexOf(schemes, Label(row.Row)) * 4) + pattern,
                Value = row.Detail.RetriesPerRead,
                FillColor = colors[pattern % colors.Length],
                Size = 0.9,
            })]);
            bars.LegendText = patterns[pattern];
        }

        Label(plot, [.. rows.DistinctBy(row => Label(row.Row))], distance: 4, middle: 1);
        plot.Axes.SetLimitsY(0, Math.Max(0.01, rows.Max(row => row.Detail.RetriesPerRead) * 1.1));
        plot.ShowLegend(Alignment.UpperRight);
        return new BenchPlot("retries", "Reader retries", plot);
    }

    private static void Label(Plot plot, IReadOnlyList<(BenchRow Row, DetailRow Detail)> rows, int distance, int middle)
    {
        plot.Axes.Bottom.SetTicks(
            [.. rows.Select((_, index) => (double)(index * distance) + middle)], [.. rows.Select(row => Label(row.Row))]);
        plot.Axes.Bottom.TickLabelStyle.Rotation = 35;
        plot.Axes.Bottom.TickLabelStyle.Alignment = Alignment.MiddleLeft;
        plot.Axes.Bottom.MinimumSize = 150;
        plot.Axes.Right.MinimumSize = 110;
    }

    private static string Label(BenchRow row) => $"{row.Scheme}/{row.Protocol}";

    private static Plot New(string title, string bottom, string left)
    {
        Plot plot = new();
        plot.Title(title);
        plot.XLabel(bottom);
        plot.YLabel(left);
        return plot;
    }
}
