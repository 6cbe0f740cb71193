using System.Text.Json.Nodes;
using Runs.Workloads;
using Stress.Tests.CommandLine;

namespace Stress.Tests.Run;

/// <summary>
/// Workloads take turns in cycles. The resident set is looked at with <c>STRESS_RUN_TIER=long</c>, in a run of twelve
/// minutes.
/// </summary>
public class CycleTests
{
    /// <summary>Code that is compiled late, and buffers of rounds that were larger than before.</summary>
    private const double Slack = 1.1;

    [Fact]
    public void A_run_ends_with_the_cycle_in_which_every_workload_has_its_sections()
    {
        JsonNode report = Invoked.Stress("run", "--sections", "400", "--time-budget", "1h", "--json", "-").Json;

        // The sample trace, which is replayed whole, and every synthetic workload. How many cycles that takes depends
        // on how busy the machine is; the next one would count beyond 400.
        JsonArray workloads = report["workloads"]!.AsArray();
        Assert.Equal(1 + WorkloadCatalogue.All.Count, workloads.Count);
        Assert.Equal(
            WorkloadCatalogue.All.Count, workloads.Count(each => (long)each!["totals"]!["sections"]! == 400));
        Assert.NotEmpty(report["cycles"]!.AsArray());
        Assert.All(report["cycles"]!.AsArray(), cycle => Assert.True((long)cycle!["residentBytes"]! > 0));
    }

    [Fact]
    public void The_resident_set_does_not_grow_from_the_second_cycle_to_the_last()
    {
        Assert.SkipUnless(Tier.IsLong, "takes twelve minutes: the long tier");
        JsonNode report = Invoked.Stress("run", "--time-budget", "12m", "--json", "-").Json;
        long[] resident = [.. report["cycles"]!.AsArray().Select(cycle => (long)cycle!["residentBytes"]!)];
        Assert.True(resident.Length >= 4, $"{resident.Length} cycles");
        Assert.True(
            resident[^1] <= resident[1] * Slack,
            $"bytes after each cycle: {string.Join(", ", resident.Select(bytes => $"{bytes:N0}"))}");
    }
}
