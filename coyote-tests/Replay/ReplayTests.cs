using CoyoteTests.Canaries;
using CoyoteTests.Exploration;
using CoyoteTests.Reporting;
using Scenarios.Canaries;

namespace CoyoteTests.Replay;

/// <summary>A kept violation comes back from its trace. New ones are replayed in the test that finds them.</summary>
public class ReplayTests(CoyoteReport report)
{
    public static TheoryData<string> Kept => [.. KeptTraces.Canaries];

    [Theory]
    [MemberData(nameof(Kept))]
    public void A_kept_trace_still_leads_to_its_violation(string canary)
    {
        ExplorationResult replayed =
            Explorer.Replay(CanaryCase.Create(CanaryCatalogue.Find(canary)), KeptTraces.Read(canary));
        report.Add(replayed);
        Assert.True(replayed.Found,
            $"the trace of {canary} leads nowhere: record it again with {KeptTraces.RefreshVariable}=1");
        Assert.Contains("expected", replayed.Violation, StringComparison.Ordinal);
    }
}
