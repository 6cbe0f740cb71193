using Scenarios.Canaries;
using Scenarios.Selection;
using Stress.CommandLine;
using Stress.Tests.CommandLine;

namespace Stress.Tests.Run;

public class CanaryTests
{
    public static TheoryData<string> Visible =>
        [.. CanaryCatalogue.All.Where(canary => canary.Workload is not null).Select(canary => canary.Name)];

    public static TheoryData<string> Invisible =>
        [.. CanaryCatalogue.All.Where(canary => canary.Workload is null).Select(canary => canary.Name)];

    [Theory]
    [MemberData(nameof(Visible))]
    public void A_canary_that_this_machine_can_show_is_found(string canary)
    {
        // Most end within a second; the budget is for a machine on which this run gets a tenth of a core.
        Invoked run = Invoked.Stress("run", "--canary", canary, "--time-budget", "3m", "--json", "-");
        Assert.True(run.ExitCode == ExitCode.Violation, run.Error);
        Assert.NotEmpty(run.Json["violations"]!.AsArray());
        Assert.Contains(canary, (string)run.Json["replay"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void The_printed_command_runs_a_canary_again_and_the_report_says_what_it_brings()
    {
        Invoked run = Invoked.Stress("run", "--canary", "batch-count-ignored", "--json", "-");
        string replay = (string)run.Json["replay"]!;
        Assert.Equal(ExitCode.Violation, Invoked.Stress(replay.Split(' ')[1..]).ExitCode);
        Canary canary = CanaryCatalogue.Find("batch-count-ignored");
        Assert.Equal(
            (canary.Scheme, canary.Protocol, canary.Order),
            ((string)run.Json["options"]!["scheme"]!, (string)run.Json["options"]!["protocol"]!,
                (int)run.Json["options"]!["order"]!));
    }

    [Theory]
    [MemberData(nameof(Invisible))]
    public void A_canary_that_only_a_model_can_show_is_refused(string canary) =>
        Invoked.Stress("run", "--canary", canary).AssertRefused("--canary", canary, "reader-no-recheck");
}
