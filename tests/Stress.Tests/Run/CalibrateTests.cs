using System.Text.Json.Nodes;
using Runs.Judging;
using Stress.Tests.CommandLine;

namespace Stress.Tests.Run;

/// <summary>A pass states its power.</summary>
public class CalibrateTests
{
    [Fact]
    public void A_calibration_tries_every_canary_under_every_kind_of_the_run()
    {
        Invoked run = Invoked.Stress(
            "run", "--calibrate", "--perturb", "light", "--workload", "hot", "--time-budget", "300ms", "--json", "-");
        JsonArray entries = run.Json["calibration"]!.AsArray();
        Assert.Equal(
            Calibration.Visible.Select(canary => (canary.Name, "light")),
            entries.Select(entry => ((string)entry!["canary"]!, (string)entry["perturbation"]!)));
        Assert.Contains(entries, entry => (bool)entry!["found"]! && (double)entry["seconds"]! > 0);
        Assert.Contains(entries, entry => (double)entry!["meetingsPerSecond"]! > 0);
        Assert.Contains("meetings/s", run.Error, StringComparison.Ordinal);
        Assert.Matches($"calibration: caught [0-9]+ of {entries.Count} canaries, the slowest after", run.Error);
    }

    [Fact]
    public void Every_run_says_what_its_control_caught()
    {
        Invoked run = Invoked.Stress("run", "--workload", "hot", "--time-budget", "1s", "--json", "-");
        Assert.Equal(
            ["bare", "light"],
            run.Json["calibration"]!.AsArray().Take(2).Select(entry => (string)entry!["perturbation"]!));
        if ((string)run.Json["verdict"]! == "pass")
        {
            Assert.Matches("; caught [1-9] of [1-9] canaries, the slowest after", (string)run.Json["reason"]!);
        }
    }

    [Theory]
    [InlineData("--canary", "reader-no-recheck")]
    [InlineData("--audit", "off")]
    public void Where_nothing_can_pass_there_is_nothing_to_calibrate(string option, string value) =>
        Invoked.Stress("run", "--calibrate", option, value).AssertRefused("--calibrate", "--canary", "--audit exact");
}
