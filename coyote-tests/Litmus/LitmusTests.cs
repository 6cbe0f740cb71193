using CoyoteTests.Exploration;
using CoyoteTests.Reporting;

namespace CoyoteTests.Litmus;

/// <summary>
/// The harness against numbers that do not come from it: executions of litmus tests under sequential consistency, as
/// counted by a model checker for C (GenMC 0.11).
/// </summary>
public class LitmusTests(CoyoteReport report)
{
    private const int Schedules = 1_000;

    private static readonly LitmusTest[] All =
    [
        new("CoWR", 1, ["x=1", "x"]) { Executions = 1 },
        new("CoRR", 1, ["x=1"], ["x", "x"]) { Executions = 3, WeakOutcome = "P1.r1=1 P1.r2=0" },
        new("MP", 2, ["x=1", "y=1"], ["y", "x"]) { Executions = 3, WeakOutcome = "P1.r1=1 P1.r2=0" },
        new("LB", 2, ["x", "y=1"], ["y", "x=1"]) { Executions = 3, WeakOutcome = "P0.r1=1 P1.r1=1" },
        new("SB", 2, ["x=1", "y"], ["y=1", "x"]) { Executions = 3, WeakOutcome = "P0.r1=0 P1.r1=0" },
        new("SB locked", 2, ["x!1", "y"], ["y!1", "x"]) { Executions = 3, WeakOutcome = "P0.r1=0 P1.r1=0" },
        new("amd3", 2, ["x=1", "x=2", "y"], ["y=1", "y=2", "x"]) { Executions = 5, WeakOutcome = "P0.r1=1 P1.r1=1" },
        new("2+2W", 2, ["x=1", "y=2"], ["y=1", "x=2"]) { Executions = 3 },
        new("n4", 1, ["x", "x=1", "x"], ["x", "x=2", "x"]) { Executions = 8 },
        new("WRC", 2, ["x=1"], ["x", "y=1"], ["y", "x"]) { Executions = 7, WeakOutcome = "P1.r1=1 P2.r1=1 P2.r2=0" },
        new("3.SB", 3, ["x=1", "y"], ["y=1", "z"], ["z=1", "x"]) { Executions = 7,
            WeakOutcome = "P0.r1=0 P1.r1=0 P2.r1=0" },
        new("n1", 2, ["x=2", "y"], ["y=1", "x=1"], ["x", "x"]) { Executions = 18,
            WeakOutcome = "P0.r1=0 P2.r1=1 P2.r2=2" },
        new("IRIW", 2, ["x=1"], ["x", "y"], ["y=1"], ["y", "x"]) { Executions = 15,
            WeakOutcome = "P1.r1=1 P1.r2=0 P3.r1=1 P3.r2=0" },
    ];

    public static TheoryData<string> Names => [.. All.Select(test => test.Name)];

    /// <summary>
    /// All executions, none counted twice, and never an outcome that needs weak memory: the blind spot.
    /// </summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Random_schedules_reach_every_sequentially_consistent_execution_and_no_other(string name)
    {
        LitmusTest test = All.Single(candidate => candidate.Name == name);
        ExplorationResult result = Explorer.Explore(test, Strategy.Random, Schedules, Seeds.Number(1));
        report.Add(result);
        Assert.False(result.Found);
        Assert.Equal(test.Executions, result.Classes);
        Assert.DoesNotContain(test.WeakOutcome, result.Outcomes.Keys);
    }
}
