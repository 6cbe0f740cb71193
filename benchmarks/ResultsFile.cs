using System.Text;
using BenchmarkDotNet.Reports;
using Harness.Hosts;

namespace Benchmarks;

/// <summary>The figures of single operations as a Markdown file, to be committed.</summary>
internal static class ResultsFile
{
    private const string FileName = "single-operations.md";

    /// <summary>Writes the file into this machine's folder.</summary>
    /// <param name="results">Directory with a folder for each machine.</param>
    /// <param name="summary">What BenchmarkDotNet measured.</param>
    /// <param name="iterations">Iterations of each benchmark.</param>
    /// <param name="milliseconds">Length of one.</param>
    /// <returns>Path of the file.</returns>
    public static string Write(string results, Summary summary, int iterations, int milliseconds)
    {
        HostInfo host = HostInfo.Current;
        string folder = Path.Combine(results, ResultFolder.NameOf(host));
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, FileName);
        StringBuilder text = new();
        text.Append("# Single operations\n\n| host |  |\n| --- | --- |\n");
        text.Append(
            $"| processor | {host.Cpu}, {host.Cores} cores |\n| system | {host.Os} ({host.Arch}) |\n| runtime | "
            + $"{host.Runtime} |\n");
        text.Append($"| build | {BuildInfo.Version}, commit {BuildInfo.Commit} |\n");
        text.Append("| command | dotnet run -c Release --project benchmarks -- --results benchmarks/results |\n\n");
        text.Append(
            $"Each benchmark has {iterations} iterations of {milliseconds} ms: the fastest (`Min`) tells what the code "
            + "takes, the median what it had to\n");
        text.Append(
            "wait for besides. `Shared`, `Exclusive` and `AddReturn` of `SectionBenchmarks` are one section "
            + "without references. Nothing\n");
        text.Append("allocates: a byte or two are those of other threads, shared out.\n\n```text\n");
        text.Append(string.Join('\n', summary.HostEnvironmentInfo.ToFormattedString())).Append("\n```\n\n");
        Table(text, summary.Table);
        File.WriteAllText(path, text.ToString());
        return path;
    }

    private static void Table(StringBuilder text, SummaryTable table)
    {
        SummaryTable.SummaryTableColumn[] columns = [.. table.Columns.Where(column => column.NeedToShow)];
        Row(text, columns.Select(column => column.Header));
        Row(text, columns.Select(column => column.OriginalColumn.IsNumeric ? "---:" : "---"));
        IEnumerable<string[]> rows = Enumerable.Range(0, table.FullContent.Length)
            .Select(row => columns.Select(column => column.Content[row]).ToArray());
        foreach (string[] row in rows.OrderBy(SortKey, StringComparer.Ordinal))
        {
            Row(text, row);
        }
    }

    /// <summary>By class, method and order: the first three columns, numbers with as many digits.</summary>
    private static string SortKey(string[] row) => $"{row[0]} {row[1]} {row[2],3}";

    private static void Row(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
