using ScottPlot;

namespace Stress.Bench.Report;

/// <summary>Pictures with a group of three bars for each scheme.</summary>
internal static class BarPlots
{
    private const int Distance = 4;
    private const int Middle = 1;

    /// <summary>No operation is faster than the clock's own cost: there the axis begins.</summary>
    private const double FirstPower = 1;

    private static readonly Color[] Colors = [ScottPlot.Colors.SteelBlue, ScottPlot.Colors.Orange,
        ScottPlot.Colors.DarkRed];

    /// <summary>Percentiles of single operations.</summary>
    public static BenchPlot Latency(string pattern, int threads, IReadOnlyList<(BenchRow Row, DetailRow Detail)> rows)
    {
        string title =
            $"{pattern}, {Figure.Threads(threads, isOversubscribed: false)}: time of one operation, the clock's cost "
            + "included";
        Plot plot = BenchPlots.New(title, "", "time (logarithmic)");
        (string Name, Func<DetailRow, long> Value)[] series = [("p50", row => row.P50Ns), ("p99", row => row.P99Ns),
            ("p99.9", row => row.P999Ns)];
        for (int each = 0; each < series.Length; each++)
        {
            Add(plot, each, series[each].Name,
                [.. rows.Select((row, index) => (index, Math.Log10(Math.Max(1, series[each].Value(row.Detail)))))]);
        }

        LabelSchemes(plot, [.. rows.Select(row => Label(row.Row))]);
        plot.Axes.Left.SetTicks([1, 2, 3, 4, 5, 6, 7, 8],
            ["10 ns", "100 ns", "1 µs", "10 µs", "100 µs", "1 ms", "10 ms", "100 ms"]);
        plot.Axes.SetLimitsY(FirstPower, rows.Max(row => Math.Log10(Math.Max(100, row.Detail.P999Ns))) + 0.2);
        return new BenchPlot($"latency-{pattern}", ThroughputTables.TitleOf(pattern, rows[0].Row.Order), plot);
    }

    /// <summary>Tries of decisions on a busy folio.</summary>
    public static BenchPlot Retries(int threads, IReadOnlyList<(BenchRow Row, DetailRow Detail)> rows)
    {
        Plot plot = BenchPlots.New(
            $"decisions on a busy folio, {Figure.Threads(threads, isOversubscribed: false)}: tries that were not "
            + "accepted", "", "tries for each decision");
        string[] patterns = [.. rows.Select(row => row.Row.Pattern).Distinct()];
        string[] schemes = [.. rows.Select(row => Label(row.Row)).Distinct()];
        for (int pattern = 0; pattern < patterns.Length; pattern++)
        {
            Add(
                plot,
                pattern,
                patterns[pattern],
                [.. rows.Where(row => row.Row.Pattern == patterns[pattern])
                    .Select(row => (Array.IndexOf(schemes, Label(row.Row)), row.Detail.RetriesPerRead))]);
        }

        LabelSchemes(plot, schemes);
        plot.Axes.SetLimitsY(0, Math.Max(0.01, rows.Max(row => row.Detail.RetriesPerRead) * 1.1));
        return new BenchPlot("retries", "Reader retries", plot);
    }

    private static void Add(Plot plot, int place, string name, IReadOnlyList<(int Scheme, double Value)> values)
    {
        var bars = plot.Add.Bars((Bar[])[.. values.Select(each => new Bar
        {
            Position = (each.Scheme * Distance) + place,
            Value = each.Value,
            FillColor = Colors[place % Colors.Length],
            Size = 0.9,
        })]);
        bars.LegendText = name;
    }

    private static void LabelSchemes(Plot plot, string[] schemes)
    {
        plot.Axes.Bottom.SetTicks([.. schemes.Select((_, index) => (double)(index * Distance) + Middle)], schemes);
        plot.Axes.Bottom.TickLabelStyle.Rotation = 35;
        plot.Axes.Bottom.TickLabelStyle.Alignment = Alignment.MiddleLeft;
        plot.Axes.Bottom.MinimumSize = 150;
        plot.Axes.SetLimitsX(-1, (schemes.Length * Distance) - 1);
        plot.ShowLegend(Edge.Right);
    }

    private static string Label(BenchRow row) => $"{row.Scheme}/{row.Protocol}";
}
