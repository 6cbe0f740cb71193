using Harness;
using Spectre.Console;
using Stress.CommandLine;

namespace Stress.Tests.CommandLine;

public class JsonTests
{
    private static readonly string[] Head =
        ["verb", "version", "commit", "seed", "verdict", "exitCode", "seconds", "host", "options"];

    private static ProbeReport Talk(Invocation invocation)
    {
        invocation.Console.WriteLine("for people");
        return new ProbeReport(invocation.Head()) { Verdict = Verdict.Violation, Seed = 7, Seen = 3 };
    }

    [Fact]
    public void Every_report_begins_with_the_common_head()
    {
        Invoked run = ProbeVerb.Run(Talk, "--json", "-");
        Assert.Equal([.. Head, "seen"], run.Json.Select(field => field.Key));
        Assert.Equal(
            ["os", "arch", "cpu", "cores", "runtime", "tieredCompilation", "tieredPgo"],
            run.Json["host"]!.AsObject().Select(field => field.Key));
        Assert.Equal("probe", (string)run.Json["verb"]!);
        Assert.Equal(7, (long)run.Json["seed"]!);
    }

    [Fact]
    public void With_a_dash_people_read_standard_error()
    {
        Invoked run = ProbeVerb.Run(Talk, "--json", "-");
        Assert.Equal("for people\n", run.Error.ReplaceLineEndings("\n"));
        Assert.StartsWith("{", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_path_people_read_standard_output()
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("report.json");
        File.WriteAllText(path, new string('x', 100_000));
        Invoked run = ProbeVerb.Run(Talk, "--json", path);
        Assert.Equal("for people\n", run.Output.ReplaceLineEndings("\n"));
        Assert.Empty(run.Error);
        Assert.Equal(3, (int)(run with { Output = File.ReadAllText(path) }).Json["seen"]!);
    }

    [Fact]
    public void A_path_that_cannot_be_written_is_refused_before_the_work_starts()
    {
        using TemporaryFolder folder = new();
        bool worked = false;
        Invoked run = ProbeVerb.Run(
            invocation =>
            {
                worked = true;
                return Talk(invocation);
            },
            "--json",
            folder.PathOf("missing/report.json"));
        run.AssertRefused("--json", "missing/report.json", "cannot be written");
        Assert.False(worked);
    }

    [Fact]
    public void An_earlier_report_survives_work_that_fails()
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("report.json");
        File.WriteAllText(path, "earlier");
        ProbeVerb.Run(_ => throw new InvalidOperationException(), "--json", path);
        Assert.Equal("earlier", File.ReadAllText(path));
    }

    [Fact]
    public void Until_the_report_is_complete_the_path_has_the_earlier_one_and_nothing_of_the_new_one_stays_beside_it()
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("report.json");
        File.WriteAllText(path, "earlier");
        Invoked run = ProbeVerb.Run(
            invocation =>
            {
                Assert.Equal("earlier", File.ReadAllText(path));
                return Talk(invocation);
            },
            "--json",
            path);
        Assert.Equal("probe", (string)(run with { Output = File.ReadAllText(path) }).Json["verb"]!);
        Assert.Equal([path], Directory.GetFiles(folder.PathOf("")));
    }

    [Fact]
    public void Work_that_fails_leaves_no_report_where_there_was_none()
    {
        using TemporaryFolder folder = new();
        ProbeVerb.Run(_ => throw new InvalidOperationException(), "--json", folder.PathOf("report.json"));
        Assert.Empty(Directory.GetFiles(folder.PathOf("")));
    }

    [Fact]
    public void A_link_stays_a_link_and_its_target_gets_the_report()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege");
        using TemporaryFolder folder = new();
        string target = folder.PathOf("target.json");
        File.WriteAllText(target, "earlier");
        File.CreateSymbolicLink(folder.PathOf("link.json"), target);
        ProbeVerb.Run("--json", folder.PathOf("link.json"));
        Assert.NotNull(new FileInfo(folder.PathOf("link.json")).LinkTarget);
        Assert.StartsWith("{", File.ReadAllText(target), StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_is_written_and_not_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such path");
        Assert.Equal(ExitCode.Pass, ProbeVerb.Run("--json", "/dev/null").ExitCode);
        Assert.Empty(File.ReadAllBytes("/dev/null"));
        Assert.False(File.Exists("/dev/null.partial"));
    }

    [Fact]
    public void A_folder_is_refused()
    {
        using TemporaryFolder folder = new();
        ProbeVerb.Run("--json", folder.PathOf("")).AssertRefused("--json", "it is a folder");
    }
}
