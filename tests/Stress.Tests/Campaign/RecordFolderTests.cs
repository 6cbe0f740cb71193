using System.Diagnostics;
using System.Text.Json.Nodes;
using Stress.CommandLine;
using Stress.Tests.CommandLine;

namespace Stress.Tests.Campaign;

/// <summary>
/// Folders that two plans share, that are full, or that have broken records: one line says so, nothing is lost, and
/// nothing counts twice.
/// </summary>
public sealed class RecordFolderTests : IDisposable
{
    private static readonly string[] Search = ["explore", "--scenario", "seqcount", "--writers", "2", "--model", "sc"];
    private readonly TemporaryFolder _folder = new();

    private string Plan => _folder.PathOf("plan.json");

    private string Records => _folder.PathOf("records");

    public RecordFolderTests() => Assert.Equal(ExitCode.Pass, Invoked.Stress(
        ["campaign", "plan", Plan, "--cells", "4", "--", .. Search]).ExitCode);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Two_plans_do_not_share_a_folder()
    {
        string other = _folder.PathOf("other.json");
        Invoked.Stress("campaign", "plan", other, "--cells", "2", "--", "explore", "--scenario", "retry");
        Assert.Equal(ExitCode.Pass, Work(Plan).ExitCode);
        string[] before = Files();
        Work(other).AssertRefused("another plan", "accepted: a folder of one plan alone");
        Invoked.Stress("campaign", "merge", other, Records).AssertRefused("another plan");
        Invoked.Stress("campaign", "status", other, Records).AssertRefused("another plan");
        Invoked.Stress("campaign", "plan", other, "--next", Records).AssertRefused("another plan");
        Assert.Equal(before, Files());
        Assert.Equal(ExitCode.Pass, Merge().ExitCode);
    }

    [Fact]
    public void A_record_that_is_cut_is_told_by_merge_and_done_again_by_a_worker()
    {
        Work(Plan);
        long whole = Executions();
        byte[] content = File.ReadAllBytes(Files()[0]);
        File.WriteAllBytes(Files()[0], content[..(content.Length / 2)]);
        Invoked cut = Merge();
        Assert.Equal(ExitCode.Inconclusive, cut.ExitCode);
        Assert.Contains("it is cut", Assert.Single(cut.Json["merged"]!["rejected"]!.AsArray())!.ToString(),
            StringComparison.Ordinal);
        Assert.Contains("1 of 4 cells done, 3 had been before", Work(Plan).Output, StringComparison.Ordinal);
        Assert.Equal(whole, Executions());
    }

    /// <summary>The smallest file system that there is: the disk of a temporary folder cannot be filled.</summary>
    [Fact]
    public void A_full_disk_is_one_line_and_a_worker_goes_on_when_there_is_room()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess,
            "not root on Linux, so that no file system can be mounted");
        Directory.CreateDirectory(Records);
        Assert.SkipUnless(Run("mount", "-t", "tmpfs", "-o", "size=24k", "none", Records) == 0,
            "mount is not permitted");
        try
        {
            string filling = Path.Combine(Records, "filling");
            File.WriteAllBytes(filling, new byte[4 * 4096]);
            Invoked full = Work(Plan);
            Assert.Equal(ExitCode.InternalError, full.ExitCode);
            Assert.Contains("the records there are whole", Assert.Single(full.Error.Split('\n',
                StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
            int before = Files().Length;
            Assert.InRange(before, 1, 3);
            Assert.Equal(before + 1, Directory.GetFiles(Records).Length);
            File.Delete(filling);
            Assert.Contains($"{4 - before} of 4 cells done, {before} had been before", Work(Plan).Output,
                StringComparison.Ordinal);
            Assert.Equal(ExitCode.Pass, Merge().ExitCode);
        }
        finally
        {
            Run("umount", Records);
        }
    }

    private string[] Files() => [.. Directory.GetFiles(Records, "*.record.json").Order(StringComparer.Ordinal)];

    private Invoked Work(string plan) =>
        Invoked.Stress("campaign", "work", plan, "--shard", "1/1", "--out", Records);

    private Invoked Merge() => Invoked.Stress("campaign", "merge", Plan, Records, "--json", "-");

    private long Executions()
    {
        JsonNode merged = Merge().Json["merged"]!;
        Assert.True((bool)merged["isComplete"]!);
        return (long)merged["explore"]![0]!["executions"]!;
    }

    private static int Run(string tool, params string[] arguments)
    {
        using Process process = Process.Start(tool, arguments);
        process.WaitForExit();
        return process.ExitCode;
    }
}
