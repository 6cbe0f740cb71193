using System.Diagnostics;
using System.Text.Json.Nodes;
using Campaigns.Records;

namespace Campaigns.Work;

/// <summary>
/// Tests under Coyote in a process of their own: a project's output folder with the rewritten assemblies. What they are
/// to do stands in their environment.
/// </summary>
public static class CoyoteProcess
{
    /// <summary>The variable with the path of the report that the tests write.</summary>
    public const string ReportVariable = "STRESS_COYOTE_REPORT";

    /// <summary>The variable with the number of the first seed.</summary>
    public const string SeedVariable = "STRESS_COYOTE_SEED";

    /// <summary>Runs a cell.</summary>
    /// <param name="arguments"><c>coyote FOLDER NAME SEED SHARD COUNT</c>, as <c>CellsOfVerb</c> writes them.</param>
    /// <param name="cancellation">Ends the process.</param>
    public static VerbTotals Run(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        string report = Path.Combine(Path.GetTempPath(), $"coyote-{Guid.NewGuid():N}.json");
        ProcessStartInfo start = new(Path.Combine(Path.GetFullPath(arguments[1]), arguments[2]))
        {
            WorkingDirectory = Path.GetFullPath(arguments[1]),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[ReportVariable] = report;
        start.Environment[SeedVariable] = arguments[3];
        start.Environment["TEST_SHARD_INDEX"] = arguments[4];
        start.Environment["TEST_TOTAL_SHARDS"] = arguments[5];
        try
        {
            using Process process = Process.Start(start)!;
            process.OutputDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
            process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            using CancellationTokenRegistration end =
                cancellation.Register(() => process.Kill(entireProcessTree: true));
            process.WaitForExit();
            cancellation.ThrowIfCancellationRequested();
            return File.Exists(report)
                ? ReducedReport.OfCoyote(JsonNode.Parse(File.ReadAllText(report))!.AsArray(), process.ExitCode != 0)
                : throw new InvalidOperationException(
                    $"'{arguments[2]}' in '{arguments[1]}' ended with {process.ExitCode} and without a report");
        }
        finally
        {
            File.Delete(report);
        }
    }
}
