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
        LitmusSweep control = Report(new SweptOutcome(Weak, 5, OutcomeGrade.Interesting, "tso"));
        LitmusSweep blind = Report(new SweptOutcome(Weak, 0, OutcomeGrade.Interesting, "tso"));
        LitmusSweep allowed = Report(new("a", 1, OutcomeGrade.Acceptable, "sc"),
            new("b", 1, OutcomeGrade.Acceptable, "sc"));
        LitmusSweep lonely = Report(new("a", 9, OutcomeGrade.Acceptable, "sc"),
            new("b", 0, OutcomeGrade.Acceptable, "sc"));
        LitmusSweep forbidden = Report(new("a", 1, OutcomeGrade.Acceptable, "sc"),
            new("c", 1, OutcomeGrade.Forbidden, null));
        Assert.Equal(Verdict.Pass, LitmusResult.Of(allowed, control).Verdict);
        Assert.Equal(Verdict.Inconclusive, LitmusResult.Of(allowed, blind).Verdict);
        Assert.Equal(Verdict.Inconclusive, LitmusResult.Of(lonely, control).Verdict);
        Assert.Equal(Verdict.Violation, LitmusResult.Of(forbidden, blind).Verdict);
    }

    [Fact]
    public void A_search_for_the_grades_that_was_ended_early_makes_the_run_inconclusive()
    {
        LitmusSweep control = Report(new SweptOutcome(Weak, 5, OutcomeGrade.Interesting, "tso"));
        LitmusSweep ended = Report(
            new("P0.r1=0 P1.r1=1", 0, OutcomeGrade.Acceptable, "sc"),
            new(Weak, 3, OutcomeGrade.Ungraded, null)) with
        { Complete = false };
        LitmusResult result = LitmusResult.Of(ended, control);
        Assert.Equal(Verdict.Inconclusive, result.Verdict);
        Assert.Contains("ended early", result.Reason, StringComparison.Ordinal);
    }

    private static LitmusSweep Report(params IReadOnlyList<SweptOutcome> outcomes) =>
        new("t", 10, 1, Complete: true, outcomes);
}
