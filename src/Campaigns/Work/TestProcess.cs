using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Campaigns.Plans;
using Campaigns.Records;

namespace Campaigns.Work;

/// <summary>
/// Some of the tests of a project in a process of their own: an output folder, whose executable is a runner of
/// xunit.v3. Which tests they are, and what they are to do, stands in their environment.
/// </summary>
public static class TestProcess
{
    /// <summary>The variable with the path of the report that tests under Coyote write.</summary>
    public const string ReportVariable = "STRESS_COYOTE_REPORT";

    /// <summary>The variable with the number of the first seed of tests under Coyote.</summary>
    public const string SeedVariable = "STRESS_COYOTE_SEED";

    private const string IndexVariable = "TEST_SHARD_INDEX";
    private const string CountVariable = "TEST_TOTAL_SHARDS";

    /// <summary>The variables that a cell sets itself.</summary>
    public static IReadOnlyList<string> OwnVariables { get; } =
        [IndexVariable, CountVariable, ReportVariable, SeedVariable];

    /// <summary>Runs a cell.</summary>
    /// <param name="cell"><c>VERB FOLDER NAME SHARD COUNT VARIABLE=VALUE...</c>, as <c>CellsOfTests</c> writes
    /// it.</param>
    /// <param name="cancellation">Ends the process.</param>
    /// <exception cref="CampaignException">The program cannot be started.</exception>
    /// <exception cref="InvalidOperationException">The process ended without its reports.</exception>
    public static VerbTotals Run(Cell cell, CancellationToken cancellation)
    {
        DirectoryInfo reports = Directory.CreateTempSubdirectory("stress-tests-");
        try
        {
            string junit = Path.Combine(reports.FullName, "tests.xml");
            string coyote = Path.Combine(reports.FullName, "coyote.json");
            int exitCode = Run(Start(cell.Arguments, junit, coyote), cancellation);
            string? missing = !File.Exists(junit) ? "report of its tests"
                : cell.Kind == CellKind.Coyote && !File.Exists(coyote) ? "report of its explorations" : null;
            if (missing is not null)
            {
                throw new InvalidOperationException(
                    $"'{cell.Arguments[2]}' in '{cell.Arguments[1]}' ended with {exitCode} and without a {missing}");
            }

            TestOutcomes outcomes = TestOutcomes.Read(junit);
            return cell.Kind == CellKind.Coyote
                ? ReducedReport.OfCoyote(JsonNode.Parse(File.ReadAllText(coyote))!.AsArray(), outcomes, exitCode)
                : ReducedReport.OfTests(outcomes, exitCode);
        }
        finally
        {
            reports.Delete(recursive: true);
        }
    }

    private static ProcessStartInfo Start(IReadOnlyList<string> arguments, string junit, string coyote)
    {
        string folder = Path.GetFullPath(arguments[1]);
        ProcessStartInfo start = new(Path.Combine(folder, arguments[2]), ["-noColor", "-result-junit", junit])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[ReportVariable] = coyote;
        start.Environment[IndexVariable] = arguments[3];
        start.Environment[CountVariable] = arguments[4];
        foreach (string[] variable in arguments.Skip(5).Select(each => each.Split('=', 2)))
        {
            start.Environment[variable[0]] = variable[1];
        }

        return start;
    }

    private static int Run(ProcessStartInfo start, CancellationToken cancellation)
    {
        using Process process = Begin(start);
        process.OutputDataReceived += Show;
        process.ErrorDataReceived += Show;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using CancellationTokenRegistration end =
            cancellation.Register(() => process.Kill(entireProcessTree: true));
        process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        return process.ExitCode;
    }

    private static Process Begin(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception refused)
        {
            throw new CampaignException($"'{start.FileName}' cannot be started ({refused.Message}); accepted: the "
                + "output folder of a test project, as it was planned");
        }
    }

    /// <summary>The end of a stream comes as a line without text.</summary>
    private static void Show(object process, DataReceivedEventArgs line)
    {
        if (line.Data is string text)
        {
            Console.Error.WriteLine(text);
        }
    }
}
