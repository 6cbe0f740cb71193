using Exploration;
using Harness;
using Harness.Sweeps;
using Stress.Litmus;

namespace Stress.Tests.Litmus;

public class LitmusJudgeTests
{
    private const string Weak = "P0.r1=0 P1.r1=0";

    [Fact]
    public void A_forbidden_outcome_is_a_violation_and_a_blind_control_is_inconclusive()
    {
        LitmusReport control = Report(new SweptOutcome(Weak, 5, OutcomeGrade.Interesting, "tso"));
        LitmusReport blind = Report(new SweptOutcome(Weak, 0, OutcomeGrade.Interesting, "tso"));
        LitmusReport allowed = Report(new("a", 1, OutcomeGrade.Acceptable, "sc"), new("b", 1, OutcomeGrade.Acceptable, "sc"));
        LitmusReport lonely = Report(new("a", 9, OutcomeGrade.Acceptable, "sc"), new("b", 0, OutcomeGrade.Acceptable, "sc"));
        LitmusReport forbidden = Report(new("a", 1, OutcomeGrade.Acceptable, "sc"), new("c", 1, OutcomeGrade.Forbidden, null));
        Assert.Equal(Verdict.Pass, LitmusRun.Judge(allowed, control).Verdict);
        Assert.Equal(Verdict.Inconclusive, LitmusRun.Judge(allowed, blind).Verdict);
        Assert.Equal(Verdict.Inconclusive, LitmusRun.Judge(lonely, control).Verdict);
        Assert.Equal(Verdict.Violation, LitmusRun.Judge(forbidden, blind).Verdict);
    }

    [Fact]
    public void A_search_for_the_grades_that_was_ended_early_makes_the_run_inconclusive()
    {
        LitmusReport control = Report(new SweptOutcome(Weak, 5, OutcomeGrade.Interesting, "tso"));
        LitmusReport ended = Report(
            new("P0.r1=0 P1.r1=1", 0, OutcomeGrade.Acceptable, "sc"), new(Weak, 3, OutcomeGrade.Ungraded, null)) with { Complete = false };
        (Verdict verdict, string reason) = LitmusRun.Judge(ended, control);
        Assert.Equal(Verdict.Inconclusive, verdict);
        Assert.Contains("ended early", reason, StringComparison.Ordinal);
    }

    private static LitmusReport Report(params IReadOnlyList<SweptOutcome> outcomes) => new("t", 10, 1, Complete: true, outcomes);
}
