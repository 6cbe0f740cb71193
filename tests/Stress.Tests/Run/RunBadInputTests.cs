using Stress.Tests.CommandLine;

namespace Stress.Tests.Run;

public class RunBadInputTests
{
    [Theory]
    [InlineData("--workload", "unheard-of", "churn")]
    [InlineData("--workload", "trace:", "trace:FILE")]
    [InlineData("--scheme", "unheard-of", "rmap-id-compact")]
    [InlineData("--protocol", "unheard-of", "add-return")]
    [InlineData("--canary", "unheard-of", "reader-no-recheck")]
    [InlineData("--order", "1", "2 to 15")]
    [InlineData("--order", "16", "2 to 15")]
    [InlineData("--folios", "0", "1 to")]
    [InlineData("--folios", "99999999999", "1 to")]
    [InlineData("--mms", "0", "1 to")]
    [InlineData("--writers", "0", "1 to")]
    [InlineData("--writers", "32769", "1 to")]
    [InlineData("--readers", "-1", "0 to")]
    [InlineData("--sections", "0", "1 to")]
    [InlineData("--time-budget", "-5s", "30s")]
    [InlineData("--time-budget", "30", "30s")]
    [InlineData("--wait-limit", "0s", "30s")]
    [InlineData("--stat-interval", "-1s", "30s")]
    [InlineData("--seed", "-1", "0 to")]
    [InlineData("--audit", "perhaps", "exact")]
    [InlineData("--affinity", "everywhere", "spread")]
    [InlineData("--affinity", "1023", "spread")]
    [InlineData("--initial-sequence", "281474976710656", "0 to")]
    [InlineData("--json", "/nowhere/at/all.json", "writable")]
    public void A_value_that_makes_no_sense_is_refused(string option, string value, string accepted) =>
        Invoked.Stress("run", option, value).AssertRefused(option, value, accepted);

    [Fact]
    public void Fewer_MMs_than_writers_are_refused() =>
        Invoked.Stress("run", "--writers", "4", "--mms", "3").AssertRefused("--mms", "'3'", "from 4 on");

    [Theory]
    [InlineData("--workload", "churn")]
    [InlineData("--scheme", "rmap-id")]
    [InlineData("--protocol", "shared")]
    [InlineData("--order", "9")]
    [InlineData("--audit", "off")]
    public void A_canary_brings_what_it_needs(string option, string value) =>
        Invoked.Stress("run", "--canary", "reader-no-recheck", option, value).AssertRefused("--canary", option);
}
