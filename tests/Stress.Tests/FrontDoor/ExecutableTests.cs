using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace Stress.Tests.FrontDoor;

/// <summary>The built command line as a process of its own.</summary>
public class ExecutableTests
{
    [Theory]
    [InlineData("stroll", "'stroll'")]
    [InlineData("list surplus", "'surplus'")]
    [InlineData("list --order 9", "'--order'")]
    [InlineData("list --json", "--json needs a value")]
    [InlineData("run --order 16", "an integer from 2 to 15")]
    [InlineData("run --time-budget 30", "500ms, 30s, 5m or 2h")]
    [InlineData("run --workload no-such-workload", "--workload")]
    [InlineData("prove --scheme no-such-scheme", "rmap-id")]
    [InlineData("list --json missing-folder/report.json", "missing-folder")]
    public void A_refusal_is_one_line_on_standard_error_and_exits_64(string arguments, string word)
    {
        (int exitCode, string output, string error) = Run(arguments);
        Assert.Equal(64, exitCode);
        Assert.Empty(output);
        Assert.Contains(word, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_standard_output_for_itself()
    {
        (int exitCode, string output, _) = Run("list --json -");
        Assert.Equal(0, exitCode);
        Assert.Equal("list", (string)JsonNode.Parse(output)!["verb"]!);
    }

    [Fact]
    public void A_log_has_no_escape_sequences()
    {
        (int exitCode, string output, string error) = Run("list");
        Assert.Equal(0, exitCode);
        Assert.StartsWith("schemes", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', output);
        Assert.Empty(error);
    }

    [Fact]
    public async Task The_first_interrupt_ends_the_work_with_the_results_so_far()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a signal for another process is sent by kill");
        using Process process = Start("run --workload hot --time-budget 1000h --json -");
        // The verb has begun, so that the signal meets it and not the start of the process.
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Assert.NotNull(await process.StandardError.ReadLineAsync(cancellation));
        Task<string> error = process.StandardError.ReadToEndAsync(cancellation);
        await Process.Start("kill", $"-INT {process.Id}").WaitForExitAsync(cancellation);
        string output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);

        JsonNode report = JsonNode.Parse(output)!;
        Assert.Equal(process.ExitCode, (int)report["exitCode"]!);
        Assert.NotNull(report["totals"]);
        Assert.NotEmpty(await error);
    }

    private static (int ExitCode, string Output, string Error) Run(string arguments)
    {
        using Process process = Start(arguments);
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    private static Process Start(string arguments)
    {
        ProcessStartInfo start = new(
            Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "stress.exe" : "stress"), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The runtime of this test, wherever its SDK was unpacked.
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath("../../..", RuntimeEnvironment.GetRuntimeDirectory());
        // A build server must not turn colours on either.
        start.Environment["GITHUB_ACTIONS"] = "true";
        return Process.Start(start)!;
    }
}
