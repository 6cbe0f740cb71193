using Harness;
using Stress.CommandLine;

namespace Stress.Tests.CommandLine;

public class OptionTests
{
    [Fact]
    public void The_report_states_every_option_in_force_defaults_included()
    {
        Invoked run = ProbeVerb.Run("--threads", "1,4", "--stutter", "--time-budget=90s", "--json", "-");
        Assert.Equal(
            """{"order":9,"timeBudget":"90s","model":"sc","threads":[1,4],"path":null"""
            + ""","sections":null,"stutter":true,"report":null,"json":"-"}""",
            run.Json["options"]!.ToJsonString());
    }

    [Fact]
    public void A_verb_sees_the_value_given_or_the_default_and_can_tell_them_apart()
    {
        static ProbeReport Work(Invocation invocation) => new(invocation.Head())
        {
            Verdict = Verdict.Pass,
            Seen = invocation.Value(ProbeVerb.Order) * (invocation.IsGiven(ProbeVerb.Order) ? 100 : 1),
        };

        Assert.Equal(9, (int)ProbeVerb.Run(Work, "--json", "-").Json["seen"]!);
        Assert.Equal(400, (int)ProbeVerb.Run(Work, "--order", "4", "--json", "-").Json["seen"]!);
    }

    [Theory]
    [InlineData("", "--order 9")]
    [InlineData("--order 4", "--order 4")]
    public void An_option_is_described_as_it_would_be_written(string given, string described) =>
        AssertDescribed(described, invocation => invocation.Describe(ProbeVerb.Order),
            given.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void A_described_path_keeps_its_blanks_together() =>
        AssertDescribed("--path \"a b\"", invocation => invocation.Describe(ProbeVerb.Path), "--path", "a b");

    [Fact]
    public void A_described_list_has_commas() =>
        AssertDescribed("--threads 1,4", invocation => invocation.Describe(ProbeVerb.Threads), "--threads", "1,4");

    [Fact]
    public void A_seed_stays_exact_in_every_json_reader()
    {
        Assert.True(Form.Seed.TryParse("9007199254740991", out long largest));
        Assert.Equal(largest, (long)(double)largest);
        Assert.False(Form.Seed.TryParse("9007199254740992", out _));
        Assert.False(Form.Seed.TryParse("-1", out _));
    }

    [Fact]
    public void A_path_may_begin_with_an_at_sign()
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("@report.json");
        Assert.Equal(ExitCode.Pass, ProbeVerb.Run("--json", path).ExitCode);
        Assert.True(File.Exists(path));
    }

    private static void AssertDescribed(string expected, Func<Invocation, string> describe, params string[] args)
    {
        string? described = null;
        ProbeVerb.Run(
            invocation =>
            {
                described = describe(invocation);
                return new ProbeReport(invocation.Head()) { Verdict = Verdict.Pass };
            },
            args);
        Assert.Equal(expected, described);
    }
}
