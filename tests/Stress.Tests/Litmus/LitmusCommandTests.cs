using System.Text.Json.Nodes;
using Stress.CommandLine;
using Stress.Litmus;
using Stress.Tests.CommandLine;

namespace Stress.Tests.Litmus;

public class LitmusCommandTests
{
    [Fact]
    public void Real_threads_never_show_a_forbidden_outcome()
    {
        Invoked run = Invoked.Stress(
            "litmus", "--test", "iwp2-3-a-amd4-sb,amd6-iriw-volatile", "--time-budget", "2s", "--json", "-");
        Assert.True(run.ExitCode is ExitCode.Pass or ExitCode.Inconclusive, run.Error);
        JsonNode[] results = [.. run.Json["results"]!.AsArray().Select(result => result!)];
        Assert.Equal(["iwp2-3-a-amd4-sb", "amd6-iriw-volatile"], results.Select(result => (string)result["test"]!));
        Assert.All(results, result => Assert.True((long)result["samples"]! > 0, run.Error));
        Assert.All(
            results.SelectMany(result => result["outcomes"]!.AsArray()),
            outcome => Assert.NotEqual("forbidden", (string)outcome!["grade"]!));
        Assert.Equal(LitmusPlan.Control, (string)run.Json["control"]!["test"]!);
    }

    [Fact]
    public void A_result_has_the_fields_of_the_documentation()
    {
        Invoked run = Invoked.Stress("litmus", "--test", "corr", "--time-budget", "200ms", "--json", "-");
        Assert.Equal(
            ["reason", "control", "results", "replay"],
            run.Json.Select(field => field.Key).SkipWhile(name => name != "options").Skip(1));
        Assert.Equal(
            ["test", "samples", "seconds", "complete", "outcomes", "methods", "verdict", "reason"],
            run.Json["results"]![0]!.AsObject().Select(field => field.Key)
                .OrderBy(name => name is "verdict" or "reason"));
        Assert.Equal("stress litmus --test corr --time-budget 200ms", (string)run.Json["replay"]!);
        Assert.Null(run.Json["seed"]);
    }

    [Theory]
    [InlineData("unheard-of")]
    [InlineData("corr,corr")]
    [InlineData("")]
    public void An_unknown_test_is_refused(string test) =>
        Invoked.Stress("litmus", "--test", test).AssertRefused("--test", $"'{test}'", "a name of list");

    [Fact]
    public void The_alias_of_run_reports_the_same_test_as_run()
    {
        Invoked run = Invoked.Stress("run", "--workload", "litmus:corr", "--time-budget", "200ms", "--json", "-");
        Assert.True(run.ExitCode is ExitCode.Pass or ExitCode.Inconclusive, run.Error);
        Assert.Equal("run", (string)run.Json["verb"]!);
        Assert.Equal(
            ["test", "samples", "seconds", "complete", "outcomes", "methods"],
            run.Json["litmus"]!.AsObject().Select(field => field.Key));
        Assert.Equal("stress run --workload litmus:corr --time-budget 200ms", (string)run.Json["replay"]!);
    }

    [Fact]
    public void The_alias_is_in_no_help_text()
    {
        Assert.DoesNotContain("litmus:", Invoked.Stress("run", "--help").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("litmus:", Invoked.Stress("list").Output, StringComparison.Ordinal);
        Invoked.Stress("run", "--workload", "litmus:unheard-of")
            .AssertRefused("--workload", "litmus:unheard-of", "trace:FILE");
    }

    [Theory]
    [InlineData("--canary", "reader-no-recheck")]
    [InlineData("--scheme", "lock")]
    [InlineData("--protocol", "shared")]
    [InlineData("--order", "9")]
    [InlineData("--audit", "off")]
    [InlineData("--sections", "10")]
    [InlineData("--seed", "7")]
    [InlineData("--perturb", "light")]
    [InlineData("--stat-interval", "1s")]
    public void The_alias_refuses_what_a_litmus_test_cannot_use(string option, string value) =>
        Invoked.Stress("run", "--workload", "litmus:corr", option, value)
            .AssertRefused($"{option} is not accepted with --workload litmus:corr", "--time-budget, --affinity");
}
