using System.Text.Json.Nodes;
using Stress.CommandLine;
using Stress.Tests.CommandLine;

namespace Stress.Tests.Explore;

/// <summary>Executions drawn at random: <c>explore --sample</c>.</summary>
public class SampleTests
{
    [Theory]
    [InlineData("reader-no-recheck", "sc")]
    [InlineData("slot-untagged", "tso")]
    [InlineData("reader-recheck-unordered", "rc11")]
    [InlineData("two-word-give-back-torn", "dotnet")]
    [InlineData("mm-publish-plain", "dotnet")]
    public void A_canary_that_the_search_finds_is_found_by_draws(string canary, string model)
    {
        Invoked run = Invoked.Stress(
            "explore", "--canary", canary, "--model", model, "--sample", "20000", "--json", "-");

        Assert.Equal(ExitCode.Violation, run.ExitCode);
        Assert.NotNull(run.Json["sample"]!["counterexampleSeed"]);
    }

    /// <summary>Four accesses must be put off for it, and the bound says how unlikely fewer draws are.</summary>
    [Theory]
    [InlineData("3", false)]
    [InlineData("4", true)]
    public void A_defect_is_found_by_draws_as_deep_as_it_is(string depth, bool isFound) =>
        Assert.Equal(isFound ? ExitCode.Violation : ExitCode.Inconclusive, Invoked.Stress(
            "explore", "--canary", "reuse-without-recheck", "--sample", "20000", "--sample-depth", depth).ExitCode);

    [Theory]
    [InlineData("rc11", false)]
    [InlineData("dotnet", true)]
    public void What_is_never_drawn_is_said(string model, bool leavesOut)
    {
        Invoked run = Invoked.Stress("explore", "--model", model, "--sample", "10", "--json", "-");
        Assert.Equal(leavesOut, ((string)run.Json["bounds"]![0]!["reason"]!)
            .Contains("none in which a read sees what it causes", StringComparison.Ordinal));
    }

    [Fact]
    public void The_seed_of_a_violation_draws_that_execution_alone()
    {
        string[] command = ["explore", "--canary", "slot-untagged", "--model", "dotnet", "--json", "-", "--sample"];
        Invoked many = Invoked.Stress([.. command, "500", "--seed", "7"]);
        long seed = (long)many.Json["sample"]!["counterexampleSeed"]!;
        Assert.InRange(seed, 7, 506);
        Assert.Contains($"--sample 1 --seed {seed}", many.Error, StringComparison.Ordinal);

        Invoked one = Invoked.Stress([.. command, "1", "--seed", $"{seed}"]);

        Assert.Equal(ExitCode.Violation, one.ExitCode);
        Assert.Equal(1, (long)one.Json["executions"]!);
        Assert.True(JsonNode.DeepEquals(many.Json["counterexample"], one.Json["counterexample"]));
    }

    [Fact]
    public void Without_a_violation_the_result_is_bounded_and_says_how_likely_it_was_to_find_one()
    {
        Invoked run = Invoked.Stress("explore", "--model", "sc", "--sample", "100", "--sample-depth", "2",
            "--sample-history", "4", "--json", "-");

        Assert.Equal(ExitCode.Inconclusive, run.ExitCode);
        Assert.False((bool)run.Json["complete"]!);
        Assert.Equal("sample", (string)Assert.Single(run.Json["bounds"]!.AsArray())!["kind"]!);
        JsonNode sample = run.Json["sample"]!;
        int accesses = (int)sample["accesses"]!;
        Assert.Equal(100, (long)sample["drawn"]!);
        Assert.InRange((long)sample["distinct"]!, 2, 100);
        Assert.Equal(1.0 / (3 * 4 * 4 * accesses * (accesses - 1)), (double)sample["probability"]!, 12);
        Assert.Null(sample["counterexampleSeed"]);
        Assert.Contains("BOUNDED", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_of_an_assembly_is_drawn_from_as_well()
    {
        string cases = Repository.PathOf("artifacts", "bin", "Cases", "release", "OpenCases.dll");
        foreach ((string name, ExitCode expected) in (IEnumerable<(string, ExitCode)>)[
            ("Cases.TreiberBroken", ExitCode.Violation), ("Cases.TreiberFixed", ExitCode.Inconclusive)])
        {
            Invoked run = Invoked.Stress("explore", "--assembly", cases, "--class", name, "--model", "dotnet",
                "--sample", "3000", "--json", "-");
            Assert.Equal(expected, run.ExitCode);
            Assert.Equal("sample", (string)run.Json["results"]![0]!["bounds"]!.AsArray()[^1]!["kind"]!);
        }
    }

    [Theory]
    [InlineData("--threads", "2")]
    [InlineData("--equivalence", "observation")]
    [InlineData("--preemption-bound", "2")]
    [InlineData("--limit-executions", "10")]
    [InlineData("--grade")]
    [InlineData("--advise")]
    public void What_needs_every_execution_is_refused(params string[] option) =>
        Invoked.Stress(["explore", "--model", "sc", "--sample", "10", .. option]).AssertRefused("--sample", option[0]);

    [Fact]
    public void Options_of_draws_are_refused_without_them_and_a_campaign_has_none()
    {
        Invoked.Stress("explore", "--sample-depth", "2").AssertRefused("--sample-depth", "--sample");
        Invoked.Stress("explore", "--sample-history", "2").AssertRefused("--sample-history", "--sample");
        Invoked.Stress("explore", "--sample", "0").AssertRefused("--sample", "0");
        using TemporaryFolder folder = new();
        Invoked.Stress("campaign", "plan", folder.PathOf("plan.json"), "--", "explore", "--sample", "10")
            .AssertRefused("--sample");
    }
}
