using CoyoteTests.Replay;

namespace CoyoteTests.CommandLine;

/// <summary><c>coyote test</c> and <c>coyote replay</c> on the rewritten assembly.</summary>
public class CommandLineTests
{
    [Fact]
    public void Replay_reproduces_a_kept_violation()
    {
        const string Canary = "writer-end-early";
        Assert.NotEmpty(KeptTraces.Read(Canary));
        (int exitCode, string output) = CoyoteTool.Run(Canary, "replay", KeptTraces.PathOf(Canary));
        Assert.True(exitCode == CoyoteTool.BugFound, output);
        Assert.Contains("accepted a torn snapshot", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Test_finds_a_canary()
    {
        string folder = Directory.CreateTempSubdirectory("coyote-tests-").FullName;
        try
        {
            (int exitCode, string output) = CoyoteTool.Run(
                "reader-no-recheck", "test", "--iterations", "1000", "--strategy", "random", "--seed", "1",
                "--deadlock-timeout", "600000", "--outdir", folder);
            Assert.True(exitCode == CoyoteTool.BugFound, output);
            Assert.Single(Directory.GetFiles(folder, "*.trace", SearchOption.AllDirectories));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>An error, not a violation: exit code 2 would say that something was found.</summary>
    [Fact]
    public void A_name_that_is_wrong_is_refused_before_the_first_schedule()
    {
        (int exitCode, string output) = CoyoteTool.Run("seqcounts", "test", "--iterations", "1");
        Assert.True(exitCode == CoyoteTool.Error, output);
        Assert.Contains($"{EntryPoints.Variable} is 'seqcounts'; accepted: a canary (reader-no-recheck, ", output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Test_lets_a_correct_scenario_pass()
    {
        (int exitCode, string output) = CoyoteTool.Run(
            "seqcount exclusive 3W 1R 4V", "test", "--iterations", "100", "--strategy", "random", "--seed", "1",
            "--deadlock-timeout", "600000");
        Assert.True(exitCode == 0, output);
    }
}
