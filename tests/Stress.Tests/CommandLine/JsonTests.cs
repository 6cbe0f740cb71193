using Spectre.Console;
using Stress.CommandLine;
using Stress.Reporting;

namespace Stress.Tests.CommandLine;

public class JsonTests
{
    private static readonly string[] Head =
        ["verb", "version", "commit", "seed", "verdict", "exitCode", "seconds", "host", "options"];

    private static ProbeReport Talk(Invocation invocation)
    {
        invocation.Console.WriteLine("for people");
        return new ProbeReport { Verdict = Verdict.Violation, Seed = 7, Seen = 3 };
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
}
