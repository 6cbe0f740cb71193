namespace Stress.Tests.CommandLine;

public class BadInputTests
{
    [Theory]
    [InlineData("--order", "1", "an integer from 2 to 15")]
    [InlineData("--order", "16", "an integer from 2 to 15")]
    [InlineData("--order", "-3", "an integer from 2 to 15")]
    [InlineData("--order", "99999999999999999999", "an integer from 2 to 15")]
    [InlineData("--order", "9.5", "an integer from 2 to 15")]
    [InlineData("--order", "nine", "an integer from 2 to 15")]
    [InlineData("--order", "", "an integer from 2 to 15")]
    [InlineData("--time-budget", "30", "500ms, 30s, 5m or 2h")]
    [InlineData("--time-budget", "-5s", "500ms, 30s, 5m or 2h")]
    [InlineData("--time-budget", "0s", "500ms, 30s, 5m or 2h")]
    [InlineData("--model", "arm", "sc, tso")]
    [InlineData("--model", "SC", "sc, tso")]
    [InlineData("--threads", "1,,2", "a list with commas")]
    [InlineData("--threads", "1,0", "an integer from 1 to 64")]
    [InlineData("--threads", "2,2", "none twice")]
    [InlineData("--sections", "0", "an integer from 1 to 1000")]
    public void A_refused_value_is_one_line_with_option_value_and_accepted_values(
        string option, string value, string accepted) =>
        ProbeVerb.Run(option, value).AssertRefused($"{option}:", $"'{value}'", accepted);

    [Theory]
    [InlineData("--order")]
    [InlineData("--json")]
    [InlineData("--time-budget")]
    public void An_option_without_its_value_is_refused(string option) =>
        ProbeVerb.Run(option).AssertRefused(option, "needs a value", "accepted:");

    [Fact]
    public void An_option_given_twice_is_refused() =>
        ProbeVerb.Run("--order", "3", "--order", "4").AssertRefused("--order", "more than once");

    [Fact]
    public void A_switch_takes_no_value() =>
        ProbeVerb.Run("--stutter", "yes").AssertRefused("'yes'");

    [Fact]
    public void An_unknown_option_lists_the_options() =>
        ProbeVerb.Run("--ordre", "9").AssertRefused("'--ordre'", "--order", "--time-budget", "--json");

    [Fact]
    public void An_unknown_verb_lists_the_verbs() => Invoked.Stress("lst").AssertRefused("'lst'", "list");

    [Fact]
    public void An_option_before_the_verb_is_refused() =>
        Invoked.Stress("--order", "9", "list").AssertRefused("--order");

    [Fact]
    public void Help_wins_over_a_refused_value()
    {
        Invoked help = ProbeVerb.Run("--order", "16", "--help");
        Assert.Equal(Stress.CommandLine.ExitCode.Pass, help.ExitCode);
        Assert.Contains("an integer from 2 to 15; default: 9", help.Output, StringComparison.Ordinal);
        Assert.Empty(help.Error);
    }
}
