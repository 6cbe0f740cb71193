using System.Text.Json.Nodes;
using Stress.CommandLine;
using Stress.Prove;
using Stress.Tests.CommandLine;
using Tracker.SubIds;

namespace Stress.Tests.Prove;

public class ProveCommandTests
{
    [Fact]
    public void Plain_prove_passes_with_the_posted_scheme_listed_as_refuted()
    {
        Invoked run = Invoked.Stress("prove", "--json", "-");
        Assert.Equal(ExitCode.Pass, run.ExitCode);
        Assert.Equal("pass", (string)run.Json["verdict"]!);
        JsonObject[] rows = Rows(run);
        Assert.Equal(SubIdScheme.All.Select(scheme => scheme.Name), rows.Select(Scheme).Distinct());
        Assert.All(rows.GroupBy(Scheme), scheme => Assert.Equal(Enumerable.Range(2, 14), scheme.SelectMany(Orders)));
        Assert.Equal(
            [("rmap-id-posted", 7), ("rmap-id-posted", 8), ("rmap-id-posted", 9)],
            rows.Where(row => (string)row["verdict"]! != "proved").Select(row => (Scheme(row), Orders(row).Single())));
        Assert.Equal(4 * 29, run.Json["design"]!.AsArray().Count);
        Assert.NotEmpty(run.Json["claims"]!.AsArray());
    }

    [Theory]
    [InlineData("rmap-id", null, 0)]
    [InlineData("rmap-id-compact", null, 0)]
    [InlineData("rmap-id-32", null, 0)]
    [InlineData("spread-bits", null, 0)]
    [InlineData("rmap-id-posted", null, 1)]
    [InlineData("rmap-id-posted", "6", 0)]
    [InlineData("rmap-id-posted", "7", 1)]
    [InlineData("rmap-id-posted", "10", 0)]
    public void A_scheme_asked_for_by_name_decides_the_exit_code(string scheme, string? order, int exitCode)
    {
        string[] only = order is null ? [] : ["--order", order];
        Invoked run = Invoked.Stress(["prove", "--scheme", scheme, "--json", "-", .. only]);
        Assert.Equal(exitCode, (int)run.ExitCode);
        Assert.All(Rows(run), row => Assert.Equal(scheme, Scheme(row)));
    }

    [Fact]
    public void A_refuted_row_carries_its_counterexample_and_what_the_tracker_said()
    {
        Invoked run = Invoked.Stress("prove", "--scheme", "rmap-id-posted", "--order", "7", "--json", "-");
        JsonObject row = Assert.Single(Rows(run));
        JsonObject counterexample = row["counterexample"]!.AsObject();
        JsonObject[] mappings = [.. counterexample["mappings"]!.AsArray().Select(mapping => mapping!.AsObject())];
        Assert.Equal((int)counterexample["total"]!, mappings.Sum(mapping => (int)mapping["count"]!));
        Assert.Contains((int)counterexample["id"]!, mappings.Select(mapping => (int)mapping["id"]!));
        Assert.Equal(
            ["rmap-id-posted exclusive True", "rmap-id-compact exclusive False"],
            row["replay"]!.AsArray().Select(answer => $"{answer!["scheme"]} exclusive {(bool)answer["exclusive"]!}"));
        Assert.Equal(70, (int)row["fewest"]!["fewestMappings"]!["total"]!);
        Assert.Equal((128, 512, 513), ((int)row["limit"]!, (int)row["pages"]!, (int)row["radix"]!));
    }

    [Fact]
    public void The_control_is_refuted_first()
    {
        JsonObject control = Invoked.Stress("prove", "--scheme", "rmap-id", "--json", "-").Json["control"]!.AsObject();
        Assert.Equal("sub-id-too-wide", (string)control["canary"]!);
        Assert.Equal(4, (int)control["counterexamples"]!);
        Assert.Equal(4, (int)control["confirmed"]!);
    }

    [Theory]
    [InlineData(4, 4, true)]
    [InlineData(4, 3, false)]
    [InlineData(0, 0, false)]
    public void A_prover_that_refutes_nothing_is_not_live(int counterexamples, int confirmed, bool isLive) =>
        Assert.Equal(isLive, new ProveControl("sub-id-too-wide", 7, counterexamples, confirmed).IsLive);

    [Fact]
    public void Other_schemes_and_orders_are_refused()
    {
        Invoked.Stress("prove", "--scheme", "owner-tracking")
            .AssertRefused("--scheme", "owner-tracking", "rmap-id-compact");
        Invoked.Stress("prove", "--order", "1").AssertRefused("--order", "'1'", "2 to 15");
    }

    [Fact]
    public void People_read_the_verdicts_and_the_counterexample()
    {
        string text = Invoked.Stress("prove").Output;
        Assert.Contains("REFUTED", text, StringComparison.Ordinal);
        Assert.Contains("71 in all, as if", text, StringComparison.Ordinal);
        Assert.Contains("nothing vanishes below 70 mappings", text, StringComparison.Ordinal);
        Assert.EndsWith("verdict: pass", text.TrimEnd(), StringComparison.Ordinal);
    }

    private static JsonObject[] Rows(Invoked run) => [.. run.Json["classes"]!.AsArray().Select(row => row!.AsObject())];

    private static string Scheme(JsonObject row) => (string)row["scheme"]!;

    private static IEnumerable<int> Orders(JsonObject row) => row["orders"]!.AsArray().Select(order => (int)order!);
}
