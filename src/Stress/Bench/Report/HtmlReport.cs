using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Stress.Bench.Report;

/// <summary>
/// One page with everything in it: host, options, audit, plots, tables. Nothing is fetched from elsewhere.
/// </summary>
internal static partial class HtmlReport
{
    private const string Style = """
        body { font: 15px/1.45 system-ui, "DejaVu Sans", sans-serif; margin: 2rem auto; max-width: 78rem;
            padding: 0 1rem; color: #1c2430; }
        h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2.2rem; border-bottom: 1px solid #ccd3dc; }
        nav a { margin-right: 1.1rem; } .note { max-width: 60rem; color: #4a5462; margin: .8rem 0 .3rem; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; margin: .3rem 0 .9rem; font-size: 14px; font-variant-numeric: tabular-nums; }
        th, td { padding: .18rem .6rem; text-align: right; border-bottom: 1px solid #e6eaef; white-space: nowrap; }
        th { background: #f3f5f8; white-space: normal; vertical-align: bottom; }
        .words { text-align: left; } td.words + td.words { white-space: normal; min-width: 8rem; }
        .missed { color: #b3261e; font-weight: 600; } .ok { color: #1b6e3c; } .disturbed { color: #8a5a00; }
        figure { margin: .8rem 0; } figure svg { width: 100%; height: auto; }
        figure svg text { font-family: "DejaVu Sans", Verdana, sans-serif; }
        """;

    /// <summary>The page.</summary>
    /// <param name="report">The figures.</param>
    /// <param name="options">The command line that made them.</param>
    /// <param name="plots">The pictures.</param>
    public static string Write(BenchReport report, string options, IReadOnlyList<BenchPlot> plots)
    {
        ReportSection[] sections = [.. ReportSections.Audit(report), .. ReportSections.Others(report),
            .. ThroughputTables.Of(report)];
        string[] titles = [.. sections.Select(section => section.Title).Concat(plots.Select(plot => plot.Section))
            .Distinct()];
        StringBuilder page = new();
        page.Append(
            "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>stress bench</title><style>\n")
            .Append(Style);
        page.Append("</style></head><body>\n<h1>stress bench</h1>\n");
        Write(page, ReportSections.Host(report, options));
        page.Append("<nav>")
            .AppendJoin(' ', titles.Select(title => $"<a href=\"#{Anchor(title)}\">{WebUtility.HtmlEncode(title)}</a>"))
            .Append("</nav>\n");
        foreach (string title in titles)
        {
            page.Append("<h2 id=\"").Append(Anchor(title)).Append("\">").Append(WebUtility.HtmlEncode(title))
                .Append("</h2>\n");
            foreach (BenchPlot plot in plots.Where(plot => plot.Section == title))
            {
                page.Append("<figure>").Append(Inline(plot)).Append("</figure>\n");
            }

            foreach (ReportTable table
                in sections.Where(section => section.Title == title).SelectMany(section => section.Tables))
            {
                Write(page, table);
            }
        }

        return page.Append("</body></html>\n").ToString();
    }

    private static void Write(StringBuilder page, ReportTable table)
    {
        if (table.Note.Length > 0)
        {
            page.Append("<p class=\"note\">").Append(WebUtility.HtmlEncode(table.Note)).Append("</p>\n");
        }

        page.Append("<div class=\"wide\"><table>");
        Write(page, table, "th", table.Columns);
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            Write(page, table, "td", row);
        }

        page.Append("</table></div>\n");
    }

    private static void Write(StringBuilder page, ReportTable table, string element, IReadOnlyList<string> cells)
    {
        page.Append("<tr>");
        for (int column = 0; column < cells.Count; column++)
        {
            string kind = column < table.TextColumns
                ? "words"
                : cells[column] is "ok" or "missed" or "disturbed" ? cells[column] : "";
            page.Append('<').Append(element).Append(kind.Length > 0 ? $" class=\"{kind}\"" : "").Append('>')
                .Append(WebUtility.HtmlEncode(cells[column])).Append("</").Append(element).Append('>');
        }

        page.Append("</tr>\n");
    }

    private static string Anchor(string title) =>
        title.ToLowerInvariant().Replace(' ', '-').Replace(",", "", StringComparison.Ordinal);

    /// <summary>
    /// An SVG file to be put into a page: without its declaration, of whatever size there is room for, and with names
    /// of its own, since those of all pictures in a page are one set.
    /// </summary>
    private static string Inline(BenchPlot plot)
    {
        string svg = plot.Svg[plot.Svg.IndexOf("<svg", StringComparison.Ordinal)..];
        svg = Size().Replace(svg, "viewBox=\"0 0 ${width} ${height}\"", count: 1);
        return NameInside().Replace(svg,
            match => $"{match.Groups["before"].Value}{plot.Name}-{match.Groups["name"].Value}");
    }

    [GeneratedRegex("width=\"(?<width>\\d+)\" height=\"(?<height>\\d+)\"")]
    private static partial Regex Size();

    [GeneratedRegex("""(?<before>\bid="|url\(#|href="#)(?<name>[\w-]+)""")]
    private static partial Regex NameInside();
}
