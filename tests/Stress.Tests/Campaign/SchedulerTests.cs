using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Stress.Tests.Campaign;

/// <summary>Plans on schedulers that are installed here; where they are not, the test says so and is skipped.</summary>
public sealed class SchedulerTests(ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static string Executable => Path.Combine(AppContext.BaseDirectory, "stress");

    [Fact]
    public void Slurm_requeues_cancels_and_kills_and_the_certificate_is_right()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "not root on Linux");
        Assert.SkipUnless(IsInstalled("sbatch") && IsInstalled("slurmctld") && IsInstalled("munged"),
            "Slurm is not installed; eng/slurm --install does it on Debian");
        Run(Executable, "campaign", "plan", "night.json", "--cells", "4", "--slice", "400000", "--for", "slurm", "--",
            "explore", "--scenario", "seqcount", "--writers", "3", "--values", "2", "--model", "dotnet");
        string log = Run(Repository.PathOf("eng", "slurm"), "--cpus", "2", "bash",
            Repository.PathOf("tests", "Stress.Tests", "Campaign", "slurm-faults.sh"), "night");
        output.WriteLine(log);
        Assert.Contains("requeued task 1", log, StringComparison.Ordinal);
        Assert.Contains("cancelled task 2", log, StringComparison.Ordinal);
        AssertComplete();
    }

    [Fact]
    public void GNU_parallel_runs_the_command_list()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && IsInstalled("parallel"), "GNU parallel is not installed");
        Run(Executable, "campaign", "plan", "night.json", "--cells", "4", "--for", "parallel", "--",
            "explore", "--scenario", "seqcount", "--writers", "2", "--model", "dotnet");
        Run("bash", "-c", "parallel --jobs 2 < night.commands.txt");
        Run(Executable, "campaign", "merge", "night.json", "night-records", "--json", "night.certificate.json");
        AssertComplete();
    }

    private void AssertComplete()
    {
        JsonNode merged = JsonNode.Parse(File.ReadAllText(_folder.PathOf("night.certificate.json")))!["merged"]!;
        Assert.True((bool)merged["isComplete"]!, merged.ToJsonString());
        Assert.Equal("1/1", (string)merged["shares"]!);
        Assert.Empty(merged["missing"]!.AsArray());
    }

    private static bool IsInstalled(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .Any(folder => File.Exists(Path.Combine(folder, tool)));

    private string Run(string tool, params string[] arguments)
    {
        ProcessStartInfo start = new(tool, arguments)
        {
            WorkingDirectory = _folder.PathOf("."),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["STRESS"] = Executable;
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0,
            $"{tool} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{text}\n{error.Result}");
        return text;
    }
}
