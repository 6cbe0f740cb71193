using ScottPlot;

namespace Stress.Bench.Report;

/// <summary>Draws the figures of a report.</summary>
internal static class BenchPlots
{
    private const double Million = 1e6;
    private static readonly int[] Factors = [1, 2, 5];

    /// <summary>Throughput against threads for each pattern and order, then latency and retries.</summary>
    public static IEnumerable<BenchPlot> Draw(BenchReport report)
    {
        (BenchRow Row, DetailRow Detail)[] all = [.. report.Rows.Zip(report.Details)];
        foreach (var group in all.GroupBy(each => (each.Row.Pattern, each.Row.Order)))
        {
            yield return Throughput(group.Key.Pattern, group.Key.Order, [.. group]);
        }

        // Oversubscribed, a latency is that of the scheduler.
        all = [.. all.Where(each => !each.Detail.Oversubscribed)];
        if (all.Length > 0)
        {
            int threads = all.Max(each => each.Row.Threads);
            int order = all[0].Row.Order;
            (BenchRow Row, DetailRow Detail)[] most =
                [.. all.Where(each => each.Row.Threads == threads && each.Row.Order == order)];
            foreach (string pattern in most.Select(each => each.Row.Pattern).Distinct()
                .Where(name => name is "one-folio" or "private" or "reads-50"))
            {
                yield return BarPlots.Latency(pattern, threads, [.. most.Where(each => each.Row.Pattern == pattern)]);
            }

            (BenchRow Row, DetailRow Detail)[] mixed =
                [.. most.Where(each => each.Row.Pattern.StartsWith("reads-", StringComparison.Ordinal))];
            if (mixed.Length > 0)
            {
                yield return BarPlots.Retries(threads, mixed);
            }
        }
    }

    /// <summary>An empty picture.</summary>
    public static Plot New(string title, string bottom, string left)
    {
        Plot plot = new();
        PlotFont.Set(plot);
        plot.Title(title);
        plot.XLabel(bottom);
        plot.YLabel(left);
        return plot;
    }

    /// <summary>
    /// Both axes logarithmic: whoever scales perfectly is a straight line of the same slope everywhere, and slow
    /// schemes are told apart as well as fast ones.
    /// </summary>
    private static BenchPlot Throughput(string pattern, int order,
        IReadOnlyList<(BenchRow Row, DetailRow Detail)> results)
    {
        Plot plot = New($"{pattern}, order {order}: throughput of all threads", "threads, pinned (logarithmic)",
            "million operations a second (logarithmic)");
        foreach (var scheme in results.Select(each => each.Row).GroupBy(row => (row.Scheme, row.Protocol)))
        {
            SchemeStyle style = SchemeStyle.Of(scheme.Key.Scheme, scheme.Key.Protocol);
            var line = plot.Add.Scatter(
                scheme.Select(row => Math.Log2(row.Threads)).ToArray(),
                [.. scheme.Select(row => Math.Log10(row.OpsPerSecond / Million))], style.Color);
            line.LegendText = $"{scheme.Key.Scheme}/{scheme.Key.Protocol}";
            line.LineWidth = 2;
            line.MarkerSize = 9;
            line.MarkerShape = style.Marker;
        }

        (int Threads, bool IsOversubscribed)[] threads =
            [.. results.Select(each => (each.Row.Threads, each.Detail.Oversubscribed)).Distinct()];
        plot.Axes.Bottom.SetTicks(
            [.. threads.Select(each => Math.Log2(each.Threads))],
            [.. threads.Select(each => each.IsOversubscribed ? $"{each.Threads}\noversubscribed" : $"{each.Threads}")]);
        plot.Axes.SetLimitsX(Math.Log2(threads.Min(each => each.Threads)) - 0.15,
            Math.Log2(threads.Max(each => each.Threads)) + 0.15);
        Logarithmic(plot, results.Min(each => each.Row.OpsPerSecond) / Million,
            results.Max(each => each.Row.OpsPerSecond) / Million);
        plot.ShowLegend(Edge.Right);
        return new BenchPlot($"throughput-{pattern}-order-{order}", ThroughputTables.TitleOf(pattern, order), plot);
    }

    /// <summary>Marks at 1, 2 and 5 times the powers of ten.</summary>
    private static void Logarithmic(Plot plot, double least, double largest)
    {
        int first = (int)Math.Floor(Math.Log10(least)) - 1;
        int last = (int)Math.Ceiling(Math.Log10(largest)) + 1;
        double[] marks =
            [
                .. from power in Enumerable.Range(first,
                    last - first) from factor in Factors select factor * Math.Pow(10, power)];
        plot.Axes.Left.SetTicks([.. marks.Select(Math.Log10)],
            [.. marks.Select(mark => Figure.Text($"{mark:#,0.####}"))]);
        plot.Axes.SetLimitsY(Math.Log10(least) - 0.08, Math.Log10(largest) + 0.08);
    }
}
