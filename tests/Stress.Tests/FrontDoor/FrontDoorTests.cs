using System.Text.Json.Nodes;

namespace Stress.Tests.FrontDoor;

public class FrontDoorTests
{
    [Fact]
    public void It_runs_the_verb_and_hands_on_its_output_and_exit_code()
    {
        PowerShellRun run = PowerShellRun.Typed("-Verb list -Json -");
        Assert.Equal(0, run.ExitCode);
        JsonObject report = JsonNode.Parse(string.Concat(run.Output))!.AsObject();
        Assert.Equal("list", (string)report["verb"]!);
        Assert.Equal("-", (string)report["options"]!["json"]!);
    }

    [Theory]
    [InlineData("-Verb list -Order 9", "'--order'")]
    [InlineData("-Verb list -Stutter", "'--stutter'")]
    [InlineData("-Verb list -TimeBudget 5s", "'--time-budget'")]
    [InlineData("-Verb list --no-such-option", "'--no-such-option'")]
    [InlineData("-Verb list surplus", "'surplus'")]
    [InlineData("-Verb list -Json missing-folder/report.json", "missing-folder")]
    public void It_hands_on_a_refusal_of_the_command_line(string arguments, string word)
    {
        PowerShellRun run = PowerShellRun.Typed(arguments);
        Assert.Equal(64, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains(word, Assert.Single(run.Error), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rmap-id", 0)]
    [InlineData("rmap-id-posted", 1)]
    public void It_hands_on_a_verdict(string scheme, int exitCode) =>
        Assert.Equal(exitCode, PowerShellRun.Typed($"-Verb prove -Scheme {scheme} -Order 7").ExitCode);

    [Fact]
    public void It_runs_run_with_typed_parameters()
    {
        JsonNode options = OptionsOf("-Workload hot -Writers 2 -TimeBudget 300ms -StopAtViolation -Seed 3");
        Assert.Equal("hot", (string)options["workload"]!);
        Assert.Equal((2, 3, true),
            ((int)options["writers"]!, (int)options["seed"]!, (bool)options["stopAtViolation"]!));
    }

    [Fact]
    public void It_hands_on_a_range_of_orders()
    {
        string trace = Repository.PathOf("samples", "traces", "python-pool.txt.gz");
        JsonNode options = OptionsOf($"-Workload 'trace:{trace}' -Order 2..9 -TimeBudget 1ms -Audit off");
        Assert.Equal("2..9", (string)options["order"]!);
    }

    [Fact]
    public void It_runs_explore_with_typed_parameters()
    {
        JsonNode options = OptionsOf(
            "-Verb explore -Scenario seqcount -Model sc -Values 1 -Equivalence observation -Threads 1 "
            + "-LimitExecutions 10 -Grade");
        Assert.Equal(("seqcount", "sc", "observation"),
            ((string)options["scenario"]!, (string)options["model"]!, (string)options["equivalence"]!));
        Assert.Equal((1, 1, 10, true), ((int)options["values"]!, (int)options["threads"]!,
            (int)options["limitExecutions"]!, (bool)options["grade"]!));
    }

    [Fact]
    public void It_runs_prove_with_typed_parameters()
    {
        JsonNode options = OptionsOf("-Verb prove -Scheme rmap-id-compact -Order 7");
        Assert.Equal(("rmap-id-compact", 7), ((string)options["scheme"]!, (int)options["order"]!));
    }

    [Fact]
    public void It_runs_bench_with_typed_parameters()
    {
        using TemporaryFolder folder = new();
        JsonNode options = OptionsOf(
            "-Verb bench -Parts memory -Threads 1,2 -Orders 4,9 -Schemes rmap-id,none -Protocols shared -Patterns "
            + $"readers -Repeat 1 -TimeBudget 1s -Out {folder.PathOf("out")}");
        Assert.Equal("[1,2] [4,9]", $"{options["threads"]!.ToJsonString()} {options["orders"]!.ToJsonString()}");
        Assert.Equal("""["rmap-id","none"]""", options["schemes"]!.ToJsonString());
        Assert.True(File.Exists(folder.PathOf("out/results.md")));
    }

    [Fact]
    public void A_list_behind_an_option_of_the_command_line_stays_one() =>
        Assert.Equal("[1,2]", OptionsOf("-Verb bench --threads 1,2 --parts memory")["threads"]!.ToJsonString());

    [Fact]
    public void It_hands_on_what_it_does_not_know()
    {
        PowerShellRun run = PowerShellRun.Typed("-Verb list --json -");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("{", run.Output[0]);
    }

    [Fact]
    public void A_switch_turned_off_is_not_handed_on() =>
        Assert.Equal(0, PowerShellRun.Typed("-Verb list -Stutter:$false").ExitCode);

    [Theory]
    [InlineData("-Verb stroll", "Verb")]
    [InlineData("-Workload Churn!", "Workload")]
    [InlineData("-Workload trace:", "Workload")]
    [InlineData("-Scheme rmap", "Scheme")]
    [InlineData("-Protocol seqlock", "Protocol")]
    [InlineData("-Order 1", "Order")]
    [InlineData("-Order 16", "Order")]
    [InlineData("-Order nine", "Order")]
    [InlineData("-Writers 0", "Writers")]
    [InlineData("-Readers -1", "Readers")]
    [InlineData("-TimeBudget 30", "TimeBudget")]
    [InlineData("-TimeBudget -30s", "TimeBudget")]
    [InlineData("-Seed -1", "Seed")]
    [InlineData("-Sections 0", "Sections")]
    [InlineData("-Audit roughly", "Audit")]
    [InlineData("-Canary 'no canary'", "Canary")]
    [InlineData("-Affinity 0,a", "Affinity")]
    [InlineData("-Json ''", "Json")]
    [InlineData("-Verb explore -Values 7", "Values")]
    [InlineData("-Verb explore -Scenario 'no scenario'", "Scenario")]
    [InlineData("-Verb bench -Threads 1,0", "Threads")]
    [InlineData("-Verb bench -Parts speed", "Parts")]
    [InlineData("-Verb bench -Out ''", "Out")]
    [InlineData("-Journal ''", "Journal")]
    [InlineData("-Otlp localhost", "Otlp")]
    [InlineData("-Configuration Fast", "Configuration")]
    public void A_bad_value_is_refused_by_its_parameter(string arguments, string parameter)
    {
        PowerShellRun run = PowerShellRun.Typed(arguments);
        Assert.Null(run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains($"'{parameter}'", run.Refusal, StringComparison.Ordinal);
    }

    private static JsonNode OptionsOf(string arguments)
    {
        PowerShellRun run = PowerShellRun.Typed($"{arguments} -Json -");
        Assert.True(run.ExitCode is 0 or 2, string.Join('\n', run.Error.Append(run.Refusal)));
        return JsonNode.Parse(string.Concat(run.Output))!["options"]!;
    }
}
