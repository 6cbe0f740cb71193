namespace Harness.Tests;

public class VerdictsTests
{
    [Fact]
    public void One_violation_outweighs_everything_and_a_pass_nothing()
    {
        Assert.Equal(Verdict.Violation,
            Worst(Verdict.Pass, Verdict.Inconclusive, Verdict.UnsupportedHost, Verdict.Violation));
        Assert.Equal(Verdict.UnsupportedCode, Worst(Verdict.Pass, Verdict.Inconclusive, Verdict.UnsupportedCode));
        Assert.Equal(Verdict.Inconclusive, Worst(Verdict.Inconclusive, Verdict.Pass));
        Assert.Equal(Verdict.UnsupportedHost, Worst(Verdict.Pass, Verdict.UnsupportedHost));
        Assert.Equal(Verdict.Pass, Worst(Verdict.Pass, Verdict.Pass));
    }

    [Fact]
    public void Nothing_asked_is_nothing_passed() => Assert.Equal(Verdict.Inconclusive, Worst());

    private static Verdict Worst(params Verdict[] verdicts) => verdicts.Worst();
}
