using Runs.Workloads;
using Stress.CommandLine;
using Stress.Run;
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
    [InlineData("--order", "9..2", "2..9")]
    [InlineData("--order", "1..9", "2..9")]
    [InlineData("--order", "2..16", "2..9")]
    [InlineData("--order", "2..", "2..9")]
    [InlineData("--order", "2..5..9", "2..9")]
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
    public void A_range_of_orders_is_refused_without_a_trace_alone()
    {
        Invoked.Stress("run", "--workload", "churn", "--order", "2..9")
            .AssertRefused("--order", "'2..9'", "churn", "trace:FILE");
        Invoked.Stress("run", "--order", "2..9").AssertRefused("--order", "'2..9'", "churn", "trace:FILE");
    }

    /// <summary>Such a run would be reported in a size that it did not have.</summary>
    [Theory]
    [InlineData("--folios", "--workload hot --folios 5")]
    [InlineData("--writers", "--workload reader-storm --writers 3")]
    [InlineData("--readers", "--workload pinners --readers 0")]
    [InlineData("--mms", "--workload one-hot --mms 100")]
    [InlineData("--writers", "--workload ids --writers 1")]
    [InlineData("--writers", "--canary two-word-not-looked --writers 1")]
    [InlineData("--initial-sequence", "--workload churn --scheme lock --initial-sequence 5")]
    [InlineData("--stop-at-violation", "--workload churn --audit off --stop-at-violation")]
    public void A_size_that_the_workload_does_not_take_is_refused(string option, string command) =>
        Invoked.Stress(["run", "--time-budget", "1s", .. command.Split(' ')]).AssertRefused(option, "accepted");

    [Fact]
    public void Fewer_MMs_than_writers_are_refused() =>
        Invoked.Stress("run", "--writers", "4", "--mms", "3").AssertRefused("--mms", "'3'", "from 4 on");

    [Theory]
    [InlineData("churn")]
    [InlineData("beyond-p")]
    public void Folios_and_MMs_that_are_too_many_together_are_refused(string workload)
    {
        Invoked.Stress("run", "--workload", workload, "--folios", "65536", "--mms", "131072")
            .AssertRefused("--folios", "'65536'", "--mms 131072", workload);
        Invoked.Stress("run", "--workload", workload, "--folios", "1048576", "--mms", "1048576")
            .AssertRefused("--folios", "'1048576'", "GiB");
    }

    [Fact]
    public void What_does_not_fit_one_of_the_workloads_in_turn_is_refused_before_the_first() =>
        Invoked.Stress("run", "--folios", "65536", "--mms", "131072").AssertRefused("--folios", "churn");

    [Fact]
    public void What_is_too_much_for_the_memory_alone_is_refused()
    {
        Workload churn = WorkloadCatalogue.Find("churn")!;
        WorkloadShape shape = new(new OrderRange(9), Folios: 1000, Mms: 1000, Writers: 2, Readers: 1, Seed: 1);

        MemoryNeed.Check(churn, shape, maxId: 1000, availableBytes: 1L << 30);
        Assert.Contains("GiB", Assert.Throws<UsageException>(
            () => MemoryNeed.Check(churn, shape, 1000, availableBytes: 1 << 20)).Message, StringComparison.Ordinal);
        Assert.Contains("--mms",
            Assert.Throws<UsageException>(() => MemoryNeed.Check(churn, shape, maxId: 999, 1L << 30)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Threads_cannot_be_held_on_the_bare_hardware() =>
        Invoked.Stress("run", "--perturb", "none", "--long-hold")
            .AssertRefused("--perturb", "'none'", "with --long-hold: light, heavy, mixed");

    [Theory]
    [InlineData("slight")]
    [InlineData("bare")]
    [InlineData("longHold")]
    public void A_kind_of_perturbation_that_there_is_not_is_refused(string kind) =>
        Invoked.Stress("run", "--perturb", kind).AssertRefused("--perturb", $"'{kind}'", "none, light, heavy, mixed");

    [Theory]
    [InlineData("--workload", "churn")]
    [InlineData("--scheme", "rmap-id")]
    [InlineData("--protocol", "shared")]
    [InlineData("--order", "9")]
    [InlineData("--audit", "off")]
    public void A_canary_brings_what_it_needs(string option, string value) =>
        Invoked.Stress("run", "--canary", "reader-no-recheck", option, value).AssertRefused("--canary", option);
}
