using System.Text.Json.Nodes;
using Stress.CommandLine;
using Stress.Tests.CommandLine;

namespace Stress.Tests.Campaign;

public sealed class CampaignCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Plan => _folder.PathOf("plan.json");

    private string Records => _folder.PathOf("records");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    public void Shards_of_a_run_do_its_sections_together(int shards)
    {
        Invoked planned = Invoked.Stress(
            "campaign", "plan", Plan, "--cells", "3", "--",
            "run", "--workload", "churn", "--sections", "3000", "--time-budget", "60s", "--perturb", "none");
        Assert.Equal(ExitCode.Pass, planned.ExitCode);
        for (int index = 1; index <= shards; index++)
        {
            Assert.Equal(ExitCode.Pass,
                Invoked.Stress("campaign", "work", Plan, "--shard", $"{index}/{shards}", "--out", Records).ExitCode);
        }

        JsonObject merged =
            Invoked.Stress("campaign", "merge", Plan, Records, "--json", "-").Json["merged"]!.AsObject();
        Assert.True((bool)merged["isComplete"]!);
        Assert.Equal(3, (int)merged["run"]!["cells"]!);
        Assert.Equal(3000, (long)merged["run"]!["counts"]!["sections"]!);
        Assert.Empty(merged["run"]!["violations"]!.AsArray());
    }

    [Fact]
    public void A_search_is_planned_done_and_summed_up()
    {
        string[] search = ["explore", "--scenario", "seqcount", "--writers", "2", "--model", "tso"];
        Assert.Equal(ExitCode.Pass,
            Invoked.Stress(["campaign", "plan", Plan, "--cells", "2", "--", .. search]).ExitCode);
        Invoked early = Invoked.Stress("campaign", "work", Plan, "--shard", "1/2", "--out", Records);
        Assert.Equal(ExitCode.Pass, early.ExitCode);
        Invoked status = Invoked.Stress("campaign", "status", Plan, Records, "--json", "-");
        Assert.Equal((ExitCode.Inconclusive, 1, 2),
            (status.ExitCode, (int)status.Json["status"]!["done"]!, (int)status.Json["status"]!["cells"]!));
        Assert.Equal(ExitCode.Inconclusive, Invoked.Stress("campaign", "merge", Plan, Records).ExitCode);
        Assert.Equal(ExitCode.Inconclusive, Invoked.Stress("campaign", "plan", Plan, "--next", Records).ExitCode);
        Invoked.Stress("campaign", "work", Plan, "--shard", "2/2", "--out", Records);
        Assert.Equal(ExitCode.Pass, Invoked.Stress("campaign", "plan", Plan, "--next", Records).ExitCode);
        JsonObject merged =
            Invoked.Stress("campaign", "merge", Plan, Records, "--json", "-").Json["merged"]!.AsObject();
        JsonObject whole = Invoked.Stress([.. search, "--json", "-"]).Json;
        Assert.Equal((long)whole["executions"]!, (long)merged["explore"]![0]!["executions"]!);
        Assert.Equal("1/1", (string)merged["explore"]![0]!["shares"]!);
    }

    [Fact]
    public void A_class_is_planned_done_and_summed_up_and_another_build_of_it_is_refused()
    {
        string assembly = _folder.PathOf("OpenCases.dll");
        File.Copy(Repository.PathOf("artifacts", "bin", "Cases", "release", "OpenCases.dll"), assembly);
        string[] search = ["explore", "--assembly", assembly, "--class", "Cases.TreiberBroken", "--model", "dotnet"];
        Assert.Equal(ExitCode.Pass,
            Invoked.Stress(["campaign", "plan", Plan, "--cells", "2", "--", .. search]).ExitCode);
        do
        {
            Assert.Equal(ExitCode.Pass,
                Invoked.Stress("campaign", "work", Plan, "--shard", "1/1", "--out", Records).ExitCode);
        }
        while (Invoked.Stress("campaign", "plan", Plan, "--next", Records).ExitCode != ExitCode.Pass);

        JsonNode sum = Invoked.Stress("campaign", "merge", Plan, Records, "--json", "-").Json["merged"]!;
        JsonObject merged = sum["explore"]![0]!.AsObject();
        JsonObject whole = Invoked.Stress([.. search, "--json", "-"]).Json["results"]![0]!.AsObject();
        Assert.True((bool)merged["isComplete"]!);
        Assert.Equal("1/1", (string)merged["shares"]!);
        Assert.Equal((long)whole["executions"]!, (long)merged["executions"]!);
        Assert.Equal($"{whole["violations"]}", $"{merged["violations"]}");
        Assert.Equal($"{whole["counterexample"]}", $"{merged["counterexample"]}");

        File.Copy(typeof(CampaignCommandTests).Assembly.Location, assembly, overwrite: true);
        Invoked.Stress("campaign", "merge", Plan, Records)
            .AssertRefused("other code", "the same assemblies, or a new plan");
    }

    [Fact]
    public void What_cannot_be_done_is_refused_in_one_line()
    {
        Invoked.Stress("campaign", "plan", Plan).AssertRefused("no command");
        Invoked.Stress("campaign", "plan", Plan, "--", "bench").AssertRefused("bench", "run, explore, coyote, tests");
        Invoked.Stress("campaign", "plan", Plan, "--", "explore", "--seed", "1").AssertRefused("--seed");
        Invoked.Stress("campaign", "plan", Plan, "--", "explore", "--scenario", "x").AssertRefused("--scenario", "x");
        string tests = typeof(CampaignCommandTests).Assembly.Location;
        Invoked.Stress("campaign", "plan", Plan, "--", "explore", "--assembly", "nowhere")
            .AssertRefused("--assembly", "nowhere");
        Invoked.Stress("campaign", "plan", Plan, "--", "explore", "--assembly", tests, "--class", "Nowhere")
            .AssertRefused("Nowhere");
        Invoked.Stress("campaign", "plan", Plan, "--", "explore", "--assembly", tests, "--advise")
            .AssertRefused("--advise");
        Invoked.Stress("campaign", "plan", Plan, "--", "coyote", "nowhere").AssertRefused("coyote FOLDER");
        Invoked.Stress("campaign", "plan", Plan, "--", "tests", "nowhere").AssertRefused("tests FOLDER");
        Invoked.Stress("campaign", "plan", Plan, "--commands", "nowhere").AssertRefused("--commands", "nowhere");
        Invoked.Stress("campaign", "plan", Plan, "--for", "mesos", "--", "run").AssertRefused("--for", "slurm");
        Invoked.Stress("campaign", "work", Plan, "--shard", "1/2").AssertRefused(Plan);
        Assert.Equal(ExitCode.Pass,
            Invoked.Stress("campaign", "plan", Plan, "--cells", "1", "--", "run", "--sections", "10").ExitCode);
        Invoked.Stress("campaign", "work", Plan, "--shard", "5/4").AssertRefused("--shard", "5/4");
        foreach (string shard in new[] { "0/4", "1/0", "-1/2", "1", "1/2/3", "a/b", "1/100001" })
        {
            Invoked.Stress("campaign", "work", Plan, "--shard", shard).AssertRefused("--shard", shard);
        }

        Invoked.Stress("campaign", "merge", Plan, _folder.PathOf("nowhere")).AssertRefused("nowhere");
        Invoked.Stress("campaign", "status", Plan, _folder.PathOf("nowhere")).AssertRefused("nowhere");
        Invoked.Stress("campaign", "plan", Plan, "--next", _folder.PathOf("nowhere")).AssertRefused("nowhere");
        Invoked.Stress("campaign", "plan", _folder.PathOf("none/plan.json"), "--", "run").AssertRefused("none");
        Invoked.Stress("campaign", "work", Plan, "--shard", "1/1", "--out", Plan).AssertRefused(Plan, "a folder");
    }
}
