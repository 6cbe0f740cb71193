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
    public void What_cannot_be_done_is_refused_in_one_line()
    {
        Invoked.Stress("campaign", "plan", Plan).AssertRefused("no command");
        Invoked.Stress("campaign", "plan", Plan, "--", "bench").AssertRefused("bench", "run, explore, coyote, tests");
        Invoked.Stress("campaign", "plan", Plan, "--", "explore", "--seed", "1").AssertRefused("--seed");
        Invoked.Stress("campaign", "plan", Plan, "--", "explore", "--scenario", "x").AssertRefused("--scenario", "x");
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
