using CoyoteTests.Canaries;
using CoyoteTests.Exploration;
using CoyoteTests.Reporting;
using Scenarios.Canaries;

namespace CoyoteTests.Replay;

/// <summary>A violation comes back from its trace, word by word.</summary>
public class ReplayTests(CoyoteReport report)
{
    public static TheoryData<string> Visible => [.. CanaryCase.Visible.Select(canary => canary.Name)];

    public static TheoryData<string> Kept => [.. KeptTraces.Canaries];

    [Theory]
    [MemberData(nameof(Visible))]
    public void A_found_violation_is_replayed_to_the_same_assertion(string canaryName)
    {
        Canary canary = CanaryCatalogue.Find(canaryName);
        ExplorationResult found = Explorer.Explore(
            CanaryCase.Create(canary), Strategy.Portfolio, CanaryCase.MaxSchedules, Seeds.Number(1));
        ExplorationResult replayed = Explorer.Replay(CanaryCase.Create(canary), found.Trace);
        report.Add(found);
        report.Add(replayed);
        Assert.True(found.Found);
        Assert.Equal(found.Violation, replayed.Violation);
        Assert.Equal(1, replayed.Schedules);
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public void A_kept_trace_still_leads_to_its_violation(string canary)
    {
        ExplorationResult replayed = Explorer.Replay(CanaryCase.Create(CanaryCatalogue.Find(canary)), KeptTraces.Read(canary));
        report.Add(replayed);
        Assert.True(replayed.Found, $"the trace of {canary} leads nowhere: record it again with {KeptTraces.RefreshVariable}=1");
        Assert.Contains("expected", replayed.Violation, StringComparison.Ordinal);
    }
}
