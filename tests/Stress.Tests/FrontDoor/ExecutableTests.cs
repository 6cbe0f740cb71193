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
        Assert.Contains(word, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);
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

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public async Task The_first_signal_ends_the_work_with_the_results_so_far(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a signal for another process is sent by kill");
        Assert.SkipWhen(Ignores(signal),
            "started in the background of a script or under nohup, this process passes on that the signal is ignored");
        using Process process = Start("run --workload hot --time-budget 1000h --json -");
        // The verb has begun, so that the signal meets it and not the start of the process.
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Assert.NotNull(await process.StandardError.ReadLineAsync(cancellation));
        Task<string> error = process.StandardError.ReadToEndAsync(cancellation);
        await Send(signal, process);
        string output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);

        JsonNode report = JsonNode.Parse(output)!;
        Assert.Equal(process.ExitCode, (int)report["exitCode"]!);
        Assert.NotNull(report["totals"]);
        Assert.NotEmpty(await error);
    }

    [Fact]
    public async Task A_killed_process_leaves_the_earlier_report_as_it_was()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a signal for another process is sent by kill");
        using TemporaryFolder folder = new();
        string path = folder.PathOf("report.json");
        await File.WriteAllTextAsync(path, "earlier", TestContext.Current.CancellationToken);
        using Process process = Start($"run --workload hot --time-budget 1000h --json {path}");
        Assert.NotNull(await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        await Send("KILL", process);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("earlier", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Under_nohup_a_run_goes_on_without_its_terminal()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "whether a signal is ignored is asked of /proc");
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using Process process = Start("run --workload hot --time-budget 1000h --stat-interval 100ms", ignoring: "HUP");
        Assert.NotNull(await process.StandardOutput.ReadLineAsync(cancellation));
        await Send("HUP", process);
        for (int line = 0; line < 10; line++)
        {
            Assert.DoesNotContain("stress run: end", await process.StandardOutput.ReadLineAsync(cancellation),
                StringComparison.Ordinal);
        }

        await Send("TERM", process);
        Assert.Contains("stress run: end", await process.StandardOutput.ReadToEndAsync(cancellation),
            StringComparison.Ordinal);
    }

    private static bool Ignores(string signal)
    {
        const string Field = "SigIgn:";
        int number = signal switch
        {
            "HUP" => 1,
            "INT" => 2,
            "TERM" => 15,
            _ => throw new ArgumentOutOfRangeException(nameof(signal), signal, "No signal of these tests."),
        };
        string? line = OperatingSystem.IsLinux()
            ? File.ReadLines("/proc/self/status").Single(each => each.StartsWith(Field, StringComparison.Ordinal))
            : null;
        return line is not null && (Convert.ToUInt64(line[Field.Length..].Trim(), 16) & (1UL << (number - 1))) != 0;
    }

    private static async Task Send(string signal, Process process) =>
        await Process.Start("kill", $"-{signal} {process.Id}").WaitForExitAsync(TestContext.Current.CancellationToken);

    internal static (int ExitCode, string Output, string Error) Run(string arguments,
        params (string Name, string Value)[] variables)
    {
        using Process process = Start(arguments, variables: variables);
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    /// <param name="arguments">The command line.</param>
    /// <param name="ignoring">A signal that the process is started to ignore.</param>
    /// <param name="variables">Variables of its environment.</param>
    internal static Process Start(string arguments, string? ignoring = null,
        params (string Name, string Value)[] variables)
    {
        string executable = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows()
            ? "stress.exe"
            : "stress");
        ProcessStartInfo start = new(
            ignoring is null ? executable : "sh",
            ignoring is null ? arguments : $"-c \"trap '' {ignoring}; exec '{executable}' {arguments}\"")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        // The runtime of this test, wherever its SDK was unpacked.
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath("../../..", RuntimeEnvironment.GetRuntimeDirectory());
        // A build server must not turn colours on either.
        start.Environment["GITHUB_ACTIONS"] = "true";
        return Process.Start(start)!;
    }
}
