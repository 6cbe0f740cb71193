using System.Text;

namespace Stress.Bench.Report;

/// <summary>All tables of a report as one Markdown file, to be committed beside those of other machines.</summary>
internal static class MarkdownReport
{
    /// <summary>The file.</summary>
    /// <param name="report">The figures.</param>
    /// <param name="options">The command line that made them.</param>
    public static string Write(BenchReport report, string options)
    {
        StringBuilder text = new("# stress bench\n\n");
        Write(text, ReportSections.Host(report, options));
        foreach (ReportSection section in (IEnumerable<ReportSection>)
            [.. ReportSections.Audit(report), .. ReportSections.Others(report), .. ThroughputTables.Of(report)])
        {
            text.Append("\n## ").Append(section.Title).Append('\n');
            foreach (ReportTable table in section.Tables)
            {
                text.Append('\n');
                Write(text, table);
            }
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, ReportTable table)
    {
        if (table.Note.Length > 0)
        {
            text.Append(table.Note).Append("\n\n");
        }

        Write(text, table.Columns);
        Write(text, [.. table.Columns.Select((_, column) => column < table.TextColumns ? "---" : "---:")]);
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            Write(text, row);
        }
    }

    private static void Write(StringBuilder text, IReadOnlyList<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))
            .Append(" |\n");
}
