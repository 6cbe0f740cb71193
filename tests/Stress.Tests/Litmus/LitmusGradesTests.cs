using Exploration;
using Scenarios.Litmus;
using Stress.Litmus;
using Stress.Reporting;

namespace Stress.Tests.Litmus;

public class LitmusGradesTests
{
    private const string Weak = "P0.r1=0 P1.r1=0";

    [Fact]
    public void The_models_grade_store_buffering()
    {
        LitmusGrades grades = new(Test("iwp2-3-a-amd4-sb"), new ExplorationOptions(), TestContext.Current.CancellationToken);
        Assert.True(grades.IsComplete);
        IReadOnlyList<LitmusOutcome> graded = grades.Grade(new Dictionary<string, long> { [Weak] = 3, ["P0.r1=7 P1.r1=0"] = 1 });
        Assert.Equal(5, graded.Count);
        Assert.Equal(3, graded.Count(outcome => outcome is { Grade: LitmusGrade.Acceptable, Samples: 0, ReachableUnder: "sc" }));
        Assert.Contains(new LitmusOutcome(Weak, 3, LitmusGrade.Interesting, "tso"), graded);
        Assert.Contains(new LitmusOutcome("P0.r1=7 P1.r1=0", 1, LitmusGrade.Forbidden, null), graded);
    }

    [Fact]
    public void Message_passing_with_plain_accesses_is_weak_under_dotnet()
    {
        LitmusGrades grades = new(Test("iwp2-1-amd1-mp"), new ExplorationOptions(), TestContext.Current.CancellationToken);
        Assert.Equal("dotnet", grades.Grade(new Dictionary<string, long>()).Single(outcome => outcome.Grade == LitmusGrade.Interesting).ReachableUnder);
    }

    [Fact]
    public void A_forbidden_outcome_is_a_violation_and_a_blind_control_is_inconclusive()
    {
        LitmusReport control = Report(new LitmusOutcome(Weak, 5, LitmusGrade.Interesting, "tso"));
        LitmusReport blind = Report(new LitmusOutcome(Weak, 0, LitmusGrade.Interesting, "tso"));
        LitmusReport allowed = Report(new("a", 1, LitmusGrade.Acceptable, "sc"), new("b", 1, LitmusGrade.Acceptable, "sc"));
        LitmusReport lonely = Report(new("a", 9, LitmusGrade.Acceptable, "sc"), new("b", 0, LitmusGrade.Acceptable, "sc"));
        LitmusReport forbidden = Report(new("a", 1, LitmusGrade.Acceptable, "sc"), new("c", 1, LitmusGrade.Forbidden, null));
        Assert.Equal(Verdict.Pass, LitmusRun.Judge(allowed, control).Verdict);
        Assert.Equal(Verdict.Inconclusive, LitmusRun.Judge(allowed, blind).Verdict);
        Assert.Equal(Verdict.Inconclusive, LitmusRun.Judge(lonely, control).Verdict);
        Assert.Equal(Verdict.Violation, LitmusRun.Judge(forbidden, blind).Verdict);
    }

    [Fact]
    public void An_outcome_that_the_search_had_no_time_to_find_is_ungraded_and_the_run_inconclusive()
    {
        LitmusGrades grades = new(
            Test("iwp2-3-a-amd4-sb"), new ExplorationOptions { LimitExecutions = 1 }, TestContext.Current.CancellationToken);
        Assert.False(grades.IsComplete);
        IReadOnlyList<LitmusOutcome> graded = grades.Grade(new Dictionary<string, long> { [Weak] = 3, ["P0.r1=7 P1.r1=0"] = 1 });
        Assert.Contains(new LitmusOutcome(Weak, 3, LitmusGrade.Ungraded, null), graded);
        Assert.Contains(new LitmusOutcome("P0.r1=7 P1.r1=0", 1, LitmusGrade.Ungraded, null), graded);
        Assert.Equal("sc", Assert.Single(graded, outcome => outcome.Grade == LitmusGrade.Acceptable).ReachableUnder);

        LitmusReport control = Report(new LitmusOutcome(Weak, 5, LitmusGrade.Interesting, "tso"));
        LitmusReport ended = Report([.. graded]) with { Complete = false };
        (Verdict verdict, string reason) = LitmusRun.Judge(ended, control);
        Assert.Equal(Verdict.Inconclusive, verdict);
        Assert.Contains("ended early", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tally_counts_each_outcome_of_instances_run_in_turn()
    {
        LitmusTally tally = new();
        using LitmusStride stride = new(Test("iwp2-3-a-amd4-sb"));
        for (int round = 0; round < 2; round++)
        {
            stride.Sweep(round);
            stride.Sweep(1 - round);
            stride.Collect(tally);
        }

        Assert.Equal(2 * LitmusStride.Instances, tally.Samples);
        Assert.Equal(LitmusStride.Instances, tally.Counts["P0.r1=0 P1.r1=1"]);
        Assert.Equal(LitmusStride.Instances, tally.Counts["P0.r1=1 P1.r1=0"]);
    }

    private static LitmusReport Report(params IReadOnlyList<LitmusOutcome> outcomes) => new("t", 10, 1, Complete: true, outcomes);

    private static LitmusScenario Test(string name) =>
        LitmusCatalogue.Tests.Single(test => test.Name == name).ToScenario(LitmusAccess.Plain);
}
