using System.Globalization;
using System.Text;
using System.Text.Json;
using Harness.Hosts;
using Spectre.Console;
using Stress.CommandLine;

namespace Stress.Bench.Report;

/// <summary>The directory of <c>--out</c>.</summary>
internal sealed class ReportFolder
{
    private readonly string _path;

    private ReportFolder(string path) => _path = path;

    /// <summary>Creates the directory, before anything is measured.</summary>
    /// <exception cref="UsageException">It cannot be created or written.</exception>
    public static ReportFolder Create(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            string probe = Path.Combine(path, Path.GetRandomFileName());
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new ReportFolder(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException
            or NotSupportedException)
        {
            throw new UsageException("--out", path,
                $"a directory that can be written ({e.Message.ReplaceLineEndings(" ")})");
        }
    }

    /// <summary>Writes everything.</summary>
    /// <param name="report">What was measured.</param>
    /// <param name="options">The options that were given.</param>
    /// <param name="console">Told where it is.</param>
    public void Write(BenchReport report, string options, IAnsiConsole console)
    {
        BenchPlot[] plots = [.. BenchPlots.Draw(report)];
        foreach (BenchPlot plot in plots)
        {
            plot.Save(_path);
        }

        File.WriteAllText(Path.Combine(_path, "rows.csv"), Csv(report));
        File.WriteAllText(Path.Combine(_path, "results.md"), MarkdownReport.Write(report, options));
        File.WriteAllText(Path.Combine(_path, "report.html"), HtmlReport.Write(report, options, plots));
        File.WriteAllText(Path.Combine(_path, "report.json"),
            JsonSerializer.Serialize(report, BenchReportJson.Default.BenchReport));
        console.WriteLine(
            $"written: {_path}; results.md belongs to benchmarks/results/{ResultFolder.NameOf(report.Host)}");
    }

    private static string Csv(BenchReport report)
    {
        StringBuilder text = new(
            "scheme,protocol,order,pattern,threads,opsPerSecond,nsPerOp,spread,oversubscribed,"
            + "p50Ns,p99Ns,p999Ns,retriesPerRead,fairness\n");
        foreach ((BenchRow row, DetailRow detail) in report.Rows.Zip(report.Details))
        {
            text.Append(CultureInfo.InvariantCulture,
                $"{row.Scheme},{row.Protocol},{row.Order},{row.Pattern},{row.Threads},");
            text.Append(CultureInfo.InvariantCulture,
                $"{row.OpsPerSecond},{row.NsPerOp},{row.Spread},{(detail.Oversubscribed ? 1 : 0)},");
            text.Append(CultureInfo.InvariantCulture,
                $"{detail.P50Ns},{detail.P99Ns},{detail.P999Ns},{detail.RetriesPerRead},{detail.Fairness}\n");
        }

        return text.ToString();
    }
}
