using Exploration.Advice;
using OwnSeqlock;

namespace Exploration.Tests.Advice;

/// <summary>Which stronger accesses repair a program: the smallest sets, each explored.</summary>
public sealed class RepairTests
{
    /// <summary>One side alone never suffices, and neither does an acquire or a release.</summary>
    [Fact]
    public void Store_buffering_needs_a_full_fence_on_either_side()
    {
        AdviceReport report = Advise(new PlainScenario(PlainProgram.StoreBuffering));

        Assert.Equal(ExplorationVerdict.Violated, report.Result.Verdict);
        Assert.True(report.IsComplete);
        Assert.Equal(4, report.Repairs.Count);
        Assert.All(report.Repairs, repair =>
        {
            Assert.Equal(2, repair.Accesses.Count);
            Assert.All(repair.Accesses, access => Assert.Equal(Strengthening.Full, access.As));
            Assert.Equal(3, repair.Executions);
        });
    }

    [Fact]
    public void Message_passing_needs_a_volatile_write_of_the_flag_and_a_volatile_read()
    {
        Repair repair = Assert.Single(Advise(new PlainScenario(PlainProgram.MessagePassing)).Repairs);

        Assert.Equal(["Volatile.Write", "Volatile.Read"], repair.Accesses.Select(AdviceWords.Of));
        Assert.Equal(["write plain", "read plain"], repair.Accesses.Select(access => access.Site.Operation));
        Assert.Equal(3, repair.Executions);
    }

    [Fact]
    public void A_lost_update_is_not_a_matter_of_order()
    {
        AdviceReport report = Advise(new PlainScenario(PlainProgram.LostUpdate));

        Assert.Equal(ExplorationVerdict.Violated, report.Result.Verdict);
        Assert.Empty(report.Repairs);
        Assert.True(report.IsComplete);
    }

    /// <summary>
    /// The copy's reads come before the last read of the version, whose acquire is too late for them: a fence stands
    /// before it, or before the last read of the copy, which then acquires.
    /// </summary>
    [Fact]
    public void The_broken_seqlock_needs_a_fence_behind_the_first_read_of_its_copy()
    {
        Strengthened[] found =
        [
            .. Advise(new SeqlockScenario(isRepaired: false)).Repairs.Select(repair => Assert.Single(repair.Accesses)),
        ];

        Assert.All(found, access => Assert.Equal(Strengthening.Full, access.As));
        Assert.Equal(["read plain", "read acquire"], found.Select(access => access.Site.Operation));
        Assert.Equal(
            [
                "right = TMemory.ReadPlain(ref *y);",
                "return before % 2 == 0 && TMemory.ReadAcquire(ref *version) == before;",
            ],
            found.Select(access => LineOf(access.Site)));
    }

    [Fact]
    public void Every_ordered_access_of_the_repaired_seqlock_is_needed()
    {
        AdviceReport report = Advise(new SeqlockScenario(isRepaired: true));

        Assert.Equal(ExplorationVerdict.Passed, report.Result.Verdict);
        Assert.Equal(
            ["read acquire", "read barrier", "write barrier", "write release"],
            report.Advice.Select(advice => advice.Site.Operation).Order(StringComparer.Ordinal));
        Assert.All(report.Advice, advice =>
        {
            Assert.True(advice.IsNeeded);
            Assert.NotNull(advice.Counterexample);
            Assert.All(advice.Counterexample.Steps, step => Assert.NotNull(step.File));
        });
    }

    private static AdviceReport Advise(Atomics.Programs.Scenario scenario) =>
        AdviceReport.Of(scenario, new ExplorationOptions(), TestContext.Current.CancellationToken);

    private static string LineOf(SiteUse site) =>
        File.ReadLines(Repository.PathOf(site.File)).ElementAt(site.Line - 1).Trim();
}
