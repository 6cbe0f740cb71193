using System.Text.Json.Nodes;
using System.Xml.Linq;
using Stress.CommandLine;
using Stress.Reporting;
using Stress.Tests.CommandLine;

namespace Stress.Tests.Reporting;

public sealed class ReportOptionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_counterexample_is_a_failure_of_JUnit_and_a_result_of_SARIF_with_lines_of_this_repository()
    {
        (string junit, string sarif) = (_folder.PathOf("junit.xml"), _folder.PathOf("log.sarif"));
        Invoked run = Invoked.Stress(
            "explore", "--canary", "reader-recheck-unordered", "--model", "all", "--report",
            $"junit={junit},sarif={sarif},github");
        Assert.Equal(ExitCode.Violation, run.ExitCode);
        Assert.Equal(
            "stress explore: 4 cases, 2 failures",
            XDocument.Load(junit).Root!.Elements()
                .Select(suite => $"{suite.Attribute("name")!.Value}: {suite.Attribute("tests")!.Value} cases, "
                + $"{suite.Attribute("failures")!.Value} failures").Single());
        string[] files = [.. JsonNode.Parse(File.ReadAllText(sarif))!["runs"]![0]!["results"]!.AsArray()
            .Where(result => result!["locations"] is not null)
            .Select(result => (string)result!["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]!)];
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.True(File.Exists(Repository.PathOf(file)), file));
        Assert.Contains(run.Output.Split('\n'), line => line.StartsWith("::error file=src/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("litmus --test corr --time-budget 200ms", "litmus")]
    [InlineData("run --workload hot --time-budget 1s", "run")]
    [InlineData("prove --scheme rmap-id-posted --order 7", "prove")]
    [InlineData("bench --parts memory --schemes none", "bench")]
    [InlineData("explore --scenario litmus-corr --model sc", "explore")]
    public void Every_verb_with_a_verdict_reports(string command, string verb)
    {
        string junit = _folder.PathOf("junit.xml");
        Invoked run = Invoked.Stress([.. command.Split(' '), "--report", $"junit={junit}"]);
        XElement suite = XDocument.Load(junit).Root!.Element("testsuite")!;
        Assert.Equal($"stress {verb}", suite.Attribute("name")!.Value);
        Assert.Equal(run.ExitCode == ExitCode.Violation, suite.Attribute("failures")!.Value != "0");
        Assert.Equal(run.ExitCode == ExitCode.Inconclusive, suite.Attribute("errors")!.Value != "0");
    }

    [Fact]
    public void List_has_no_verdict_to_report() =>
        Invoked.Stress("list", "--report", "github").AssertRefused("list has no option '--report'");

    [Theory]
    [InlineData("")]
    [InlineData("html=x")]
    [InlineData("junit=")]
    [InlineData("junit=a,junit=b")]
    [InlineData("junit=a,sarif=a")]
    [InlineData("github,github")]
    public void An_unknown_report_is_refused(string text) =>
        Invoked.Stress("prove", "--report", text)
            .AssertRefused("--report", $"'{text}'", "junit=PATH, sarif=PATH, github");

    [Fact]
    public void A_path_that_cannot_be_written_is_refused_before_the_work_starts() =>
        Invoked.Stress("prove", "--report", $"junit={_folder.PathOf("missing/a.xml")}")
            .AssertRefused("--report", "cannot be written");

    [Fact]
    public void Work_that_fails_leaves_an_earlier_report_in_place()
    {
        string junit = _folder.PathOf("junit.xml");
        File.WriteAllText(junit, "earlier");
        ProbeVerb.Run(_ => throw new InvalidOperationException(), "--report", $"junit={junit}");
        Assert.Equal("earlier", File.ReadAllText(junit));
        Assert.Equal([junit], Directory.GetFiles(_folder.PathOf("")));
    }

    [Fact]
    public void The_summary_of_a_job_is_appended_to()
    {
        string summary = _folder.PathOf("summary.md");
        File.WriteAllText(summary, "before\n");
        (int exitCode, _, string error) = FrontDoor.ExecutableTests.Run(
            "prove --scheme rmap-id --report github", (GitHubReport.SummaryVariable, summary));
        Assert.True(exitCode == 0, error);
        Assert.StartsWith("before\n### stress prove\n", File.ReadAllText(summary), StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_that_cannot_be_written_is_refused_before_the_work_starts()
    {
        (int exitCode, string output, string error) = FrontDoor.ExecutableTests.Run(
            "prove --scheme rmap-id --report github", (GitHubReport.SummaryVariable, _folder.PathOf("missing/a.md")));
        Assert.Equal((64, ""), (exitCode, output));
        Assert.Contains(GitHubReport.SummaryVariable, Assert.Single(error.Split('\n',
            StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_reports_do_not_share_a_path_however_it_is_written()
    {
        string path = _folder.PathOf("report");
        string again = _folder.PathOf("./report");
        ProbeVerb.Run("--json", path, "--report", $"junit={again}").AssertRefused("--report", again, "--json");
        ProbeVerb.Run("--report", $"junit={path},sarif={again}").AssertRefused("--report", again);
        Assert.Empty(Directory.GetFiles(_folder.PathOf("")));
    }

    [Fact]
    public void An_assembly_is_not_written_over()
    {
        string assembly = _folder.PathOf("tests.dll");
        File.Copy(typeof(ReportOptionTests).Assembly.Location, assembly);
        Invoked.Stress("explore", "--assembly", assembly, "--json", assembly)
            .AssertRefused("--json", assembly, "--assembly");
        Invoked.Stress("run", "--workload", $"trace:{assembly}", "--report", $"sarif={assembly}")
            .AssertRefused("--report", assembly, "--workload");
        Assert.Equal(File.ReadAllBytes(typeof(ReportOptionTests).Assembly.Location), File.ReadAllBytes(assembly));
    }

    public void Dispose() => _folder.Dispose();
}
