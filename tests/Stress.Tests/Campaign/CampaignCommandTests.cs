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
        Invoked.Stress("campaign", "plan", "", "--", "run").AssertRefused("plan", "''", "a path");
        Invoked.Stress("campaign", "merge", Plan, "").AssertRefused("folder", "''", "a path");
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

    /// <summary>A cell that its worker would refuse, or that would not do what it says.</summary>
    [Theory]
    [InlineData("--journal", "run --journal j")]
    [InlineData("--resume", "run --resume j")]
    [InlineData("--json", "run --json x")]
    [InlineData("--report", "run --report github")]
    [InlineData("--json", "explore --json x")]
    [InlineData("--report", "explore --report github")]
    [InlineData("--threads", "explore --threads 2")]
    [InlineData("--assembly", "run --assembly x.dll")]
    [InlineData("--class", "run --class X")]
    [InlineData("--class", "explore --class X")]
    [InlineData("--races", "explore --races")]
    [InlineData("--include", "explore --include X")]
    [InlineData("--sample-depth", "explore --sample-depth 2")]
    [InlineData("litmus:amd6-iriw", "run --workload litmus:amd6-iriw")]
    [InlineData("--canary", "run --canary reader-no-recheck --workload hot")]
    [InlineData("--mms", "run --mms 1 --writers 3")]
    [InlineData("--seed", "run --seed 9007199254740991")]
    [InlineData("--protocol", "run --scheme lock --protocol patient")]
    [InlineData("--order", "run --order 2..9")]
    [InlineData("--workload", "run --workload trace:nowhere")]
    [InlineData("--help", "run --help")]
    public void What_no_worker_could_do_is_refused_when_it_is_planned(string option, string command)
    {
        Invoked.Stress(["campaign", "plan", Plan, "--", .. command.Split(' ')]).AssertRefused(option, "accepted");
        Assert.False(File.Exists(Plan));
    }

    [Fact]
    public void A_canary_is_planned_with_the_workload_that_it_brings()
    {
        Assert.Equal(ExitCode.Pass, Invoked.Stress("campaign", "plan", Plan, "--cells", "1", "--", "run", "--canary",
            "reader-no-recheck", "--time-budget", "10s").ExitCode);
        Assert.Equal(ExitCode.Pass,
            Invoked.Stress("campaign", "work", Plan, "--shard", "1/1", "--out", Records).ExitCode);
        Assert.Equal(ExitCode.Violation, Invoked.Stress("campaign", "merge", Plan, Records).ExitCode);
    }

    [Theory]
    [InlineData("run --sections 9 --workload hot\nrun --sections 9 --workload hot")]
    [InlineData("run --workload hot\nrun --workload hot --seed 2")]
    [InlineData("explore --scenario retry --model sc\nexplore --scenario retry --model all")]
    public void What_two_commands_ask_for_is_refused_and_not_counted_twice(string commands)
    {
        string file = _folder.PathOf("commands.txt");
        File.WriteAllText(file, commands);
        Invoked.Stress("campaign", "plan", Plan, "--commands", file).AssertRefused("twice", "accepted");
        Assert.False(File.Exists(Plan));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("# nothing\n")]
    [InlineData("bench")]
    [InlineData("run --bogus")]
    [InlineData("run \"--workload hot")]
    public void Commands_that_ask_for_nothing_are_refused(string commands)
    {
        string file = _folder.PathOf("commands.txt");
        File.WriteAllText(file, commands);
        Invoked.Stress("campaign", "plan", Plan, "--commands", file)
            .AssertRefused("--commands", file, "accepted");
        Assert.False(File.Exists(Plan));
    }

    [Fact]
    public void The_next_round_takes_no_options_of_the_first()
    {
        Assert.Equal(ExitCode.Pass,
            Invoked.Stress("campaign", "plan", Plan, "--cells", "1", "--", "run", "--sections", "9").ExitCode);
        Directory.CreateDirectory(Records);
        string[] next = ["campaign", "plan", Plan, "--next", Records];
        Invoked.Stress([.. next, "--cells", "3"]).AssertRefused("--cells", "--next");
        Invoked.Stress([.. next, "--slice", "3"]).AssertRefused("--slice", "--next");
        Invoked.Stress([.. next, "--for", "slurm"]).AssertRefused("--for", "--next");
        Invoked.Stress([.. next, "--commands", "x"]).AssertRefused("--commands", "--next");
        Invoked.Stress([.. next, "--", "run"]).AssertRefused("run", "--next");
    }

    [Fact]
    public void What_is_written_is_neither_the_plan_nor_the_commands()
    {
        string[] run = ["--cells", "1", "--", "run", "--sections", "9"];
        Invoked.Stress(["campaign", "plan", Plan, "--json", Plan, .. run]).AssertRefused("--json", Plan);
        Assert.Equal(ExitCode.Pass, Invoked.Stress(["campaign", "plan", Plan, .. run]).ExitCode);
        byte[] plan = File.ReadAllBytes(Plan);
        Directory.CreateDirectory(Records);
        Invoked.Stress("campaign", "merge", Plan, Records, "--json", Plan).AssertRefused("--json", Plan);
        Invoked.Stress("campaign", "merge", Plan, Records, "--report", $"junit={Plan}").AssertRefused("--report", Plan);
        Assert.Equal(plan, File.ReadAllBytes(Plan));
        string commands = _folder.PathOf("night.commands.txt");
        File.WriteAllText(commands, "run --sections 9\n");
        Invoked.Stress("campaign", "plan", _folder.PathOf("night.json"), "--commands", commands, "--for", "parallel")
            .AssertRefused("--commands", commands);
        Assert.Equal("run --sections 9\n", File.ReadAllText(commands));
    }

    [Fact]
    public void A_name_that_scripts_would_have_to_quote_is_refused_for_a_scheduler() =>
        Invoked.Stress("campaign", "plan", _folder.PathOf("a night.json"), "--for", "slurm", "--", "run")
            .AssertRefused("--for", "a night.json", "letters");

    [Theory]
    [InlineData("TEST_SHARD_INDEX=0")]
    [InlineData("STRESS_COYOTE_SEED=2")]
    [InlineData("A=1 A=2")]
    [InlineData("--seed=2")]
    public void Variables_that_a_cell_sets_itself_are_refused(string variables)
    {
        TestProject.Write(_folder.PathOf("."));
        Invoked.Stress(["campaign", "plan", Plan, "--", "coyote", _folder.PathOf("."), .. variables.Split(' ')])
            .AssertRefused(variables.Split(' ')[^1], "accepted");
    }
}
