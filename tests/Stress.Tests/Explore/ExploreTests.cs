using System.Text.Json.Nodes;
using Stress.CommandLine;
using Stress.Tests.CommandLine;

namespace Stress.Tests.Explore;

public class ExploreTests
{
    [Fact]
    public void The_seqcount_is_explored_completely_under_every_model()
    {
        foreach ((string model, int executions) in (IEnumerable<(string, int)>)[("sc", 618), ("tso", 618),
            ("dotnet", 622), ("rc11", 622)])
        {
            Invoked run = Invoked.Stress("explore", "--scenario", "seqcount", "--model", model, "--json", "-");
            Assert.Equal(ExitCode.Pass, run.ExitCode);
            Assert.Equal(executions, (int)run.Json["executions"]!);
            Assert.True((bool)run.Json["complete"]!);
            Assert.True((bool)run.Json["control"]!["found"]!);
            Assert.Equal("pass", (string)run.Json["verdict"]!);
        }
    }

    [Theory]
    [InlineData("sc", ExitCode.Pass)]
    [InlineData("tso", ExitCode.Pass)]
    [InlineData("dotnet", ExitCode.Violation)]
    [InlineData("rc11", ExitCode.Violation)]
    internal void A_missing_read_barrier_shows_under_weak_models_alone(string model, ExitCode expected)
    {
        Invoked run = Invoked.Stress("explore", "--canary", "reader-recheck-unordered", "--model", model,
            "--json", "-");
        Assert.Equal(expected, run.ExitCode);
        JsonNode? counterexample = run.Json["counterexample"];
        Assert.Equal(expected == ExitCode.Violation, counterexample is not null);
        if (counterexample is not null)
        {
            Assert.Contains(counterexample["steps"]!.AsArray(), step => (string)step!["readFrom"]! == "initial");
            Assert.Contains("is made before that of step", run.Error, StringComparison.Ordinal);
            Assert.Contains("again: stress explore", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_8_values_of_the_scheme_for_32_bit_machines_are_explored_completely()
    {
        Invoked run = Invoked.Stress("explore", "--scheme", "rmap-id-32", "--scenario", "decision", "--writers", "1",
            "--json", "-");
        Assert.Equal(ExitCode.Pass, run.ExitCode);
        Assert.Equal((8, true), ((int)run.Json["values"]!, (bool)run.Json["complete"]!));
        Invoked.Stress("explore", "--scheme", "rmap-id-32", "--values", "8").AssertRefused("--values", "8", "1 to 6");
        Invoked.Stress("explore", "--scheme", "rmap-id-32", "--values", "3")
            .AssertRefused("--values", "3", "nothing with --scheme rmap-id-32");
    }

    [Fact]
    public void The_model_is_that_of_dotnet_unless_another_is_named()
    {
        Assert.Equal("dotnet", (string)Invoked.Stress("explore", "--json", "-").Json["model"]!);
        Invoked.Stress("explore", "--model", "net").AssertRefused("--model", "net", "sc, tso, dotnet, rc11");
    }

    [Fact]
    public void A_report_of_a_search_under_no_model_is_not_replayed()
    {
        using TemporaryFolder folder = new();
        string report = folder.PathOf("report.json");
        Invoked.Stress("explore", "--canary", "reader-recheck-unordered", "--json", report);
        string text = File.ReadAllText(report);
        File.WriteAllText(report,
            text.Replace("\"model\": \"dotnet\"", "\"model\": \"net\"", StringComparison.Ordinal));
        Assert.NotEqual(text, File.ReadAllText(report));
        Invoked.Stress("explore", "--replay", report).AssertRefused("--replay", "counterexample");
    }

    [Theory]
    [InlineData("--writers", "--scenario litmus-amd6-iriw --writers 3")]
    [InlineData("--readers", "--scenario litmus-amd6-iriw --readers 2")]
    [InlineData("--values", "--scenario ids --values 2")]
    [InlineData("--readers", "--scenario fork-exit --readers 2")]
    [InlineData("--writers", "--scenario reuse --writers 3")]
    [InlineData("--scheme", "--scenario split --scheme rmap-id-32")]
    [InlineData("--model", "--replay report.json --model sc")]
    [InlineData("--scenario", "--replay report.json --scenario retry")]
    [InlineData("--sample-depth", "--sample-depth 2")]
    public void What_the_search_would_not_heed_is_refused(string option, string command) =>
        Invoked.Stress(["explore", .. command.Split(' ')]).AssertRefused(option, "accepted");

    [Fact]
    public void A_limit_makes_the_result_inconclusive()
    {
        Invoked run = Invoked.Stress("explore", "--limit-executions", "10", "--threads", "1", "--json", "-");
        Assert.Equal(ExitCode.Inconclusive, run.ExitCode);
        Assert.False((bool)run.Json["complete"]!);
        Assert.Equal(10, (int)run.Json["executions"]!);
        Assert.Equal("inconclusive", (string)run.Json["verdict"]!);
        Assert.Equal("executionLimit", (string)run.Json["bounds"]![0]!["kind"]!);
        Assert.Contains("BOUNDED, the rest was not visited: the limit of 10 executions was reached", run.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_preemption_bound_is_refused_without_schedules()
    {
        Invoked run = Invoked.Stress("explore", "--preemption-bound", "2", "--model", "tso");
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("--preemption-bound", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_preemption_bound_counts_what_it_reaches()
    {
        Invoked run = Invoked.Stress("explore", "--preemption-bound", "2", "--model", "sc", "--json", "-");
        Assert.Equal(180, (int)run.Json["executions"]!);
        Assert.Equal(ExitCode.Inconclusive, run.ExitCode);
        Assert.Contains("BOUNDED, the rest was not visited: executions with more than 2 preemptions were left out",
            run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Pass, Invoked.Stress("explore", "--preemption-bound", "6", "--model", "sc").ExitCode);
    }

    [Fact]
    public void Outcomes_are_graded_by_the_models_that_allow_them()
    {
        Invoked run = Invoked.Stress("explore", "--scenario", "litmus-iwp2-3-a-amd4-sb", "--grade", "--json", "-");
        Assert.Equal(ExitCode.Pass, run.ExitCode);
        Assert.Equal(
            ["P0.r1=0 P1.r1=0 tso", "P0.r1=0 P1.r1=1 sc", "P0.r1=1 P1.r1=0 sc", "P0.r1=1 P1.r1=1 sc"],
            run.Json["outcomes"]!.AsArray().Select(outcome => $"{outcome!["outcome"]} {outcome["reachableUnder"]}"));
    }

    [Fact]
    public void Grades_that_were_not_all_found_make_the_result_inconclusive()
    {
        Invoked run = Invoked.Stress(
            "explore", "--scenario", "litmus-iwp2-3-a-amd4-sb", "--model", "sc", "--grade", "--limit-executions", "4",
            "--json", "-");
        Assert.Equal(ExitCode.Inconclusive, run.ExitCode);
        Assert.True((bool)run.Json["complete"]!);
        Assert.False((bool)run.Json["gradesComplete"]!);
        Assert.All(run.Json["outcomes"]!.AsArray(), outcome => Assert.Equal("sc", (string)outcome!["reachableUnder"]!));
        Assert.Contains("complete, every execution visited; the search for the grades was ended early", run.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_outcome_without_a_grade_says_so()
    {
        Invoked run = Invoked.Stress(
            "explore", "--scenario", "litmus-iwp2-3-a-amd4-sb", "--grade", "--limit-executions", "3", "--threads", "1",
            "--seed", "2", "--json", "-");
        Assert.Equal(ExitCode.Inconclusive, run.ExitCode);
        Assert.Contains(run.Json["outcomes"]!.AsArray(), outcome => outcome!["reachableUnder"] is null);
        Assert.Contains("not known", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exclusive-not-awaited", "sc", "graph")]
    [InlineData("writer-end-relaxed", "dotnet", "graph")]
    [InlineData("writer-end-relaxed", "rc11", "graph")]
    [InlineData("reader-first-read-plain", "rc11", "observation")]
    public void A_counterexample_is_replayed_from_its_json(string canary, string model, string equivalence)
    {
        using TemporaryFolder folder = new();
        string report = folder.PathOf("report.json");
        Invoked found = Invoked.Stress("explore", "--canary", canary, "--model", model, "--equivalence", equivalence,
            "--json", report);
        Assert.Equal(ExitCode.Violation, found.ExitCode);
        string violation = (string)JsonNode.Parse(File.ReadAllText(report))!["counterexample"]!["violation"]!;

        Invoked replayed = Invoked.Stress("explore", "--replay", report, "--json", "-");
        Assert.Equal(ExitCode.Violation, replayed.ExitCode);
        Assert.Equal(violation, (string)replayed.Json["violations"]![0]!);
    }

    [Theory]
    [InlineData("canary", "unheard-of", "counterexample")]
    [InlineData("canary", "writer-no-step", "protocol 'exclusive' does not fit")]
    [InlineData("protocol", "shared", "protocol 'shared' does not fit")]
    [InlineData("reading", "unheard-of", "reading 'unheard-of' does not fit")]
    [InlineData("scenario", "ids", "scenario 'ids' does not fit")]
    [InlineData("scenario", "unheard-of", "counterexample")]
    public void A_report_whose_names_do_not_fit_each_other_is_not_replayed(string field, string name, string refusal)
    {
        using TemporaryFolder folder = new();
        string report = folder.PathOf("report.json");
        Invoked.Stress("explore", "--canary", "exclusive-not-awaited", "--json", report);
        JsonObject changed = JsonNode.Parse(File.ReadAllText(report))!.AsObject();
        changed[field] = name;
        File.WriteAllText(report, changed.ToJsonString());
        Invoked.Stress("explore", "--replay", report).AssertRefused("--replay", report, refusal);
    }

    [Fact]
    public void Each_step_of_a_counterexample_has_file_and_line()
    {
        Invoked run = Invoked.Stress("explore", "--canary", "reader-recheck-unordered", "--json", "-");
        JsonArray steps = run.Json["counterexample"]!["steps"]!.AsArray();
        Assert.All(steps, step =>
        {
            string file = (string)step!["file"]!;
            string line = File.ReadLines(Path.Combine(Repository.Root, file)).ElementAt((int)step["line"]! - 1);
            Assert.Contains("TMemory.", line, StringComparison.Ordinal);
            Assert.Contains($"at {Path.GetFileName(file)}:{step["line"]}", run.Error, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_report_without_files_and_lines_is_replayed_and_gets_them()
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("report.json");
        Invoked.Stress("explore", "--canary", "reader-no-recheck", "--json", path);
        JsonNode report = JsonNode.Parse(File.ReadAllText(path))!;
        JsonArray steps = report["counterexample"]!["steps"]!.AsArray();
        string sites = Sites(steps);
        Assert.All(steps, step => Assert.True(step!.AsObject().Remove("file") && step.AsObject().Remove("line")));
        File.WriteAllText(path, report.ToJsonString());

        Invoked replayed = Invoked.Stress("explore", "--replay", path, "--json", "-");
        Assert.Equal(ExitCode.Violation, replayed.ExitCode);
        Assert.Equal(sites, Sites(replayed.Json["counterexample"]!["steps"]!.AsArray()));

        static string Sites(JsonArray steps) =>
            string.Join('\n', steps.Select(step => $"{step!["file"]}:{step["line"]}"));
    }

    [Fact]
    public void Only_a_report_with_a_counterexample_is_replayed()
    {
        using TemporaryFolder folder = new();
        string report = folder.PathOf("report.json");
        Invoked.Stress("explore", "--json", report);
        Invoked.Stress("explore", "--replay", report).AssertRefused("--replay", "counterexample");
        Invoked.Stress("explore", "--replay", folder.PathOf("absent.json")).AssertRefused("--replay", "counterexample");
    }
}
