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
    [InlineData("-Configuration Fast", "Configuration")]
    public void A_bad_value_is_refused_by_its_parameter(string arguments, string parameter)
    {
        PowerShellRun run = PowerShellRun.Typed(arguments);
        Assert.Null(run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains($"'{parameter}'", run.Refusal, StringComparison.Ordinal);
    }
}
