using Exploration;
using Harness.Sweeps;
using Scenarios.Litmus;

namespace Harness.Tests.Sweeps;

public class SweepGradesTests
{
    private const string Weak = "P0.r1=0 P1.r1=0";

    [Fact]
    public void The_models_grade_store_buffering()
    {
        SweepGrades grades = new(Test("iwp2-3-a-amd4-sb"), new ExplorationOptions(),
            TestContext.Current.CancellationToken);
        Assert.True(grades.IsComplete);
        IReadOnlyList<SweptOutcome> graded =
            grades.Grade(new Dictionary<string, long> { [Weak] = 3, ["P0.r1=7 P1.r1=0"] = 1 });
        Assert.Equal(5, graded.Count);
        Assert.Equal(3,
            graded.Count(outcome => outcome is { Grade: OutcomeGrade.Acceptable, Samples: 0, ReachableUnder: "sc" }));
        Assert.Contains(new SweptOutcome(Weak, 3, OutcomeGrade.Interesting, "tso"), graded);
        Assert.Contains(new SweptOutcome("P0.r1=7 P1.r1=0", 1, OutcomeGrade.Forbidden, null), graded);
    }

    [Fact]
    public void Message_passing_with_plain_accesses_is_weak_under_dotnet()
    {
        SweepGrades grades = new(Test("iwp2-1-amd1-mp"), new ExplorationOptions(),
            TestContext.Current.CancellationToken);
        Assert.Equal("dotnet", grades.Grade(new Dictionary<string, long>())
            .Single(outcome => outcome.Grade == OutcomeGrade.Interesting).ReachableUnder);
    }

    [Fact]
    public void An_outcome_that_the_search_had_no_time_to_find_is_ungraded()
    {
        SweepGrades grades = new(
            Test("iwp2-3-a-amd4-sb"), new ExplorationOptions { LimitExecutions = 1 },
            TestContext.Current.CancellationToken);
        Assert.False(grades.IsComplete);
        IReadOnlyList<SweptOutcome> graded =
            grades.Grade(new Dictionary<string, long> { [Weak] = 3, ["P0.r1=7 P1.r1=0"] = 1 });
        Assert.Contains(new SweptOutcome(Weak, 3, OutcomeGrade.Ungraded, null), graded);
        Assert.Contains(new SweptOutcome("P0.r1=7 P1.r1=0", 1, OutcomeGrade.Ungraded, null), graded);
        Assert.Equal("sc", Assert.Single(graded, outcome => outcome.Grade == OutcomeGrade.Acceptable).ReachableUnder);
    }

    [Fact]
    public void A_tally_counts_each_outcome_of_instances_run_in_turn()
    {
        Tally tally = new();
        using Stride stride = new(Test("iwp2-3-a-amd4-sb"));
        for (int round = 0; round < 2; round++)
        {
            stride.Sweep(round);
            stride.Sweep(1 - round);
            stride.Collect(tally);
        }

        Assert.Equal(2 * Stride.Instances, tally.Samples);
        Assert.Equal(Stride.Instances, tally.Counts["P0.r1=0 P1.r1=1"]);
        Assert.Equal(Stride.Instances, tally.Counts["P0.r1=1 P1.r1=0"]);
    }

    private static LitmusScenario Test(string name) =>
        LitmusCatalogue.Tests.Single(test => test.Name == name).ToScenario(LitmusAccess.Plain);
}
