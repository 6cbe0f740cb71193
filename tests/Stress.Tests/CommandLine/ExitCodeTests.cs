using Harness;
using Stress.CommandLine;

namespace Stress.Tests.CommandLine;

public class ExitCodeTests
{
    [Theory]
    [InlineData(nameof(Verdict.Pass), 0, "pass")]
    [InlineData(nameof(Verdict.Violation), 1, "violation")]
    [InlineData(nameof(Verdict.Inconclusive), 2, "inconclusive")]
    [InlineData(nameof(Verdict.UnsupportedHost), 3, "unsupportedHost")]
    public void The_verdict_is_the_exit_code(string name, int code, string word)
    {
        Verdict verdict = Enum.Parse<Verdict>(name);
        Invoked run = ProbeVerb.Run(probe => new ProbeReport(probe.Head()) { Verdict = verdict }, "--json", "-");
        Assert.Equal(code, (int)run.ExitCode);
        Assert.Equal(code, (int)run.Json["exitCode"]!);
        Assert.Equal(word, (string)run.Json["verdict"]!);
    }

    [Fact]
    public void A_verb_refuses_options_that_do_not_fit_together() =>
        ProbeVerb.Run(_ => throw new UsageException("--order", "9", "an order below 9 with --model sc"))
            .AssertRefused("--order: '9'", "an order below 9 with --model sc");

    [Fact]
    public void An_unexpected_exception_is_one_line_and_exits_70()
    {
        Invoked run = ProbeVerb.Run(_ => throw new InvalidOperationException("first\nsecond"));
        Assert.Equal(ExitCode.InternalError, run.ExitCode);
        string line = Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("InvalidOperationException: first second", line, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Work_cancelled_by_anyone_but_the_user_is_an_internal_error() =>
        Assert.Equal(
            ExitCode.InternalError, ProbeVerb.Run(_ => throw new OperationCanceledException()).ExitCode);
}
