using System.Text.Json.Nodes;
using Stress.CommandLine;
using Stress.Tests.CommandLine;

namespace Stress.Tests.Explore;

public class SeveralModelsTests
{
    private static readonly string[] Models = ["sc", "tso", "dotnet", "rc11"];

    [Fact]
    public void All_models_give_a_result_each_with_the_fields_of_a_single_one()
    {
        JsonObject all = Invoked.Stress("explore", "--scenario", "litmus-iwp2-3-a-amd4-sb", "--model", "all",
            "--json", "-").Json;
        Assert.Equal(["results"], all.Select(field => field.Key).SkipWhile(name => name != "options").Skip(1));
        foreach (string model in Models)
        {
            JsonObject one = Invoked.Stress("explore", "--scenario", "litmus-iwp2-3-a-amd4-sb", "--model", model,
                "--json", "-").Json;
            JsonObject result = Result(all, model);
            Assert.Equal(
                one.Select(field => field.Key).SkipWhile(name => name != "options").Skip(1),
                result.Select(field => field.Key).Except(["verdict", "exitCode"]));
            Assert.Equal((long)one["executions"]!, (long)result["executions"]!);
            Assert.Equal((string)one["verdict"]!, (string)result["verdict"]!);
            Assert.Equal(one["outcomes"]!.ToJsonString(), result["outcomes"]!.ToJsonString());
        }
    }

    [Fact]
    public void The_exit_code_is_that_of_the_worst_model()
    {
        Invoked run = Invoked.Stress("explore", "--canary", "reader-recheck-unordered", "--model", "all",
            "--json", "-");
        Assert.Equal(ExitCode.Violation, run.ExitCode);
        Assert.Equal("pass", (string)Result(run.Json, "sc")["verdict"]!);
        Assert.Equal("pass", (string)Result(run.Json, "tso")["verdict"]!);
        Assert.Equal("violation", (string)Result(run.Json, "rc11")["verdict"]!);
    }

    [Fact]
    public void People_read_one_line_for_each_model()
    {
        Invoked run = Invoked.Stress("explore", "--scenario", "litmus-corr", "--model", "all");
        Assert.Equal(
            Models,
            run.Output.Split('\n').Select(line => line.Trim().Split(' ')[0]).Where(word => Models.Contains(word)));
    }

    [Fact]
    public void The_first_counterexample_of_several_models_is_replayed()
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("report.json");
        Invoked.Stress("explore", "--canary", "reader-recheck-unordered", "--model", "all", "--json", path);
        Invoked replayed = Invoked.Stress("explore", "--replay", path, "--json", "-");
        Assert.Equal(ExitCode.Violation, replayed.ExitCode);
        Assert.Equal("dotnet", (string)replayed.Json["model"]!);
    }

    [Fact]
    public void A_bound_of_preemptions_is_for_sequential_consistency_alone() =>
        Invoked.Stress("explore", "--model", "all", "--preemption-bound", "1")
            .AssertRefused("--preemption-bound", "--model sc");

    private static JsonObject Result(JsonObject report, string model) =>
        report["results"]!.AsArray().Single(each => (string)each!["model"]! == model)!.AsObject();
}
