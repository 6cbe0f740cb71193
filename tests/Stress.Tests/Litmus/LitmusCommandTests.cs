using Stress.CommandLine;
using Stress.Tests.CommandLine;

namespace Stress.Tests.Litmus;

public class LitmusRunTests
{
    [Theory]
    [InlineData("litmus:iwp2-3-a-amd4-sb")]
    [InlineData("litmus:amd6-iriw-volatile")]
    public void Real_threads_never_show_a_forbidden_outcome(string workload)
    {
        Invoked run = Invoked.Stress("run", "--workload", workload, "--time-budget", "1500ms", "--json", "-");
        Assert.True(run.ExitCode is ExitCode.Pass or ExitCode.Inconclusive, run.Error);
        Assert.True((long)run.Json["litmus"]!["samples"]! > 0, run.Error);
        Assert.All(run.Json["litmus"]!["outcomes"]!.AsArray(), outcome => Assert.NotEqual("forbidden", (string)outcome!["grade"]!));
    }

    [Fact]
    public void An_unknown_test_is_refused() =>
        Invoked.Stress("run", "--workload", "litmus:unheard-of").AssertRefused("--workload", "litmus:unheard-of", "litmus:NAME");

    [Theory]
    [InlineData("--canary", "reader-no-recheck")]
    [InlineData("--scheme", "lock")]
    [InlineData("--protocol", "shared")]
    [InlineData("--order", "9")]
    [InlineData("--audit", "off")]
    [InlineData("--sections", "10")]
    public void What_is_about_the_tracker_is_refused_beside_a_litmus_test(string option, string value) =>
        Invoked.Stress("run", "--workload", "litmus:corr", option, value)
            .AssertRefused($"{option} is not accepted with --workload litmus:corr", "--time-budget, --seed, --affinity");
}
