using System.Globalization;
using System.Net;
using System.Text;
using Stress.Bench.Accuracy;
using Stress.Bench.Footprint;
using Stress.Bench.Ratios;

namespace Stress.Bench.Report;

/// <summary>One page with everything in it: host, options, audit, plots, tables. Nothing is fetched from elsewhere.</summary>
internal static class HtmlReport
{
    private const string Style = """
        body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 78rem; padding: 0 1rem; color: #1c2430; }
        h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2.2rem; border-bottom: 1px solid #ccd3dc; }
        table { border-collapse: collapse; margin: .8rem 0; font-variant-numeric: tabular-nums; }
        th, td { padding: .18rem .7rem; text-align: right; border-bottom: 1px solid #e6eaef; white-space: nowrap; }
        th { background: #f3f5f8; } th:first-child, td:first-child { text-align: left; }
        .host td { text-align: left; white-space: normal; }
        .missed { color: #b3261e; font-weight: 600; } .ok { color: #1b6e3c; }
        figure { margin: 1rem 0; } figure svg { width: 100%; height: auto; } code { background: #f3f5f8; padding: 0 .25rem; }
        """;

    /// <summary>The page.</summary>
    /// <param name="report">The figures.</param>
    /// <param name="options">The command line that made them.</param>
    /// <param name="plots">The pictures.</param>
    public static string Write(BenchReport report, string options, IEnumerable<BenchPlot> plots)
    {
        StringBuilder page = new();
        page.Append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>stress bench</title><style>\n").Append(Style);
        page.Append("</style></head><body>\n<h1>stress bench</h1>\n");
        Table(page, ["host", ""],
        [
            ["processor", $"{report.Host.Cpu}, {report.Host.Cores} cores"],
            ["system", $"{report.Host.Os} ({report.Host.Arch})"],
            ["runtime", $"{report.Host.Runtime}, tiered compilation {report.Host.TieredCompilation}, PGO {report.Host.TieredPgo}"],
            ["build", $"{report.Version}, commit {report.Commit}"],
            ["command", $"stress bench {options}"],
        ], "host");
        Heading(page, "Audited run at these settings");
        Table(page, ["protocol", "order", "writers", "seconds", "sections", "snapshots audited", "violations", "verdict"],
            report.Audit.Select(row => new[]
            {
                row.Protocol, $"{row.Order}", $"{row.Threads}", Text($"{row.Seconds:0.0}"), Text($"{row.Sections:#,0}"), Text($"{row.SnapshotsAudited:#,0}"),
                $"{row.Violations}", row.Verdict.ToString().ToLowerInvariant(),
            }));
        foreach (BenchPlot plot in plots)
        {
            Heading(page, plot.Title);
            page.Append("<figure>").Append(Inline(plot.Svg)).Append("</figure>\n");
        }

        Tables(page, report);
        return page.Append("</body></html>\n").ToString();
    }

    private static void Tables(StringBuilder page, BenchReport report)
    {
        if (report.Ratios.Count > 0)
        {
            Heading(page, "Ratios, measured by turns");
            Table(page, ["ratio of", "ratio", "spread", "limit", "", "turns", "first", "second"], report.Ratios.Select(Cells));
            Table(page, ["hardware", "ns"], report.Hardware.Select(row => new[] { row.Name, Text($"{row.Ns:0.0}") }));
        }

        if (report.Accuracy.Count > 0)
        {
            Heading(page, "Accuracy");
            Table(page,
                ["workload", "scheme", "decisions", "false shared", "false exclusive", "undecided", "COW faults", "copies avoidable", "wrong reuses"],
                report.Accuracy.Select(Cells));
        }

        if (report.Memory.Count > 0)
        {
            Heading(page, "Memory in bytes");
            Table(page, ["scheme", "order", "in the folio", "beside each folio", "per MM"], report.Memory.Select(Cells));
        }

        if (report.Rows.Count > 0)
        {
            Heading(page, "Throughput, latency, fairness");
            Table(page,
                ["pattern", "scheme", "order", "threads", "operations/s", "ns", "spread", "p50 ns", "p99 ns", "p99.9 ns", "retries/read", "fairness"],
                report.Rows.Zip(report.Details, Cells));
        }
    }

    private static string[] Cells(RatioRow row) =>
    [
        row.Name, Text($"{row.Ratio:0.000}"), Text($"{row.Spread:P1}"), row.Limit ?? "",
        row.IsWithin switch { true => "ok", false => "missed", null => row.Turns > 0 ? "" : "disturbed" }, $"{row.Turns}", Text($"{row.Numerator:#,0.00}"), Text($"{row.Denominator:#,0.00}"),
    ];

    private static string[] Cells(AccuracyRow row) =>
    [
        row.Workload, row.Scheme, Text($"{row.Decisions:#,0}"), Text($"{row.FalseShared:#,0}"), Text($"{row.FalseExclusive:#,0}"),
        Text($"{row.Undecided:#,0}"), Text($"{row.CowFaults:#,0}"), Text($"{row.CopiesAvoidable:#,0}"), Text($"{row.WrongReuses:#,0}"),
    ];

    private static string[] Cells(MemoryRow row) => [row.Scheme, $"{row.Order}", $"{row.InFolioBytes}", $"{row.BesideFolioBytes}", $"{row.PerMmBytes}"];

    private static string[] Cells(BenchRow row, DetailRow detail) =>
    [
        row.Pattern, $"{row.Scheme}/{row.Protocol}", $"{row.Order}", detail.Oversubscribed ? $"{row.Threads} (oversubscribed)" : $"{row.Threads}",
        Text($"{row.OpsPerSecond:#,0}"), Text($"{row.NsPerOp:0.0}"), Text($"{row.Spread:P0}"), Text($"{detail.P50Ns:#,0}"), Text($"{detail.P99Ns:#,0}"),
        Text($"{detail.P999Ns:#,0}"), Text($"{detail.RetriesPerRead:0.####}"), Text($"{detail.Fairness:0.00}"),
    ];

    private static void Heading(StringBuilder page, string text) => page.Append("<h2>").Append(WebUtility.HtmlEncode(text)).Append("</h2>\n");

    private static void Table(StringBuilder page, string[] columns, IEnumerable<string[]> rows, string kind = "figures")
    {
        page.Append("<table class=\"").Append(kind).Append("\"><tr>");
        foreach (string column in columns)
        {
            page.Append("<th>").Append(WebUtility.HtmlEncode(column)).Append("</th>");
        }

        page.Append("</tr>\n");
        foreach (string[] row in rows)
        {
            page.Append("<tr>");
            foreach (string cell in row)
            {
                string mark = cell is "ok" or "missed" ? $" class=\"{cell}\"" : "";
                page.Append("<td").Append(mark).Append('>').Append(WebUtility.HtmlEncode(cell)).Append("</td>");
            }

            page.Append("</tr>\n");
        }

        page.Append("</table>\n");
    }

    /// <summary>An SVG file without its declaration, so that it scales inside a page.</summary>
    private static string Inline(string svg) => svg[svg.IndexOf("<svg", StringComparison.Ordinal)..];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
