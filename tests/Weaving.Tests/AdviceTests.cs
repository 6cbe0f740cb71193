using Exploration;
using Exploration.Advice;
using Weaving;

namespace WeavingTests;

/// <summary>Advice about ordinary code, at its lines.</summary>
public static class AdviceTests
{
    [Fact]
    public static void A_plain_flag_has_to_be_volatile_on_both_sides()
    {
        Repair repair = Assert.Single(Advise(typeof(PlainHandoff)).Repairs);

        Assert.Equal(["Volatile.Write", "Volatile.Read"], repair.Accesses.Select(AdviceWords.Of));
        Assert.All(
            repair.Accesses,
            access => Assert.EndsWith("PlainHandoff.cs", access.Site.File, StringComparison.Ordinal));
    }

    [Fact]
    public static void Where_both_are_volatile_both_are_needed()
    {
        AdviceReport report = Advise(typeof(Handoff));

        Assert.Equal(ExplorationVerdict.Passed, report.Result.Verdict);
        Assert.Equal(["read acquire", "write release"], report.Advice.Select(advice => advice.Site.Operation).Order());
        Assert.All(report.Advice, advice => Assert.True(advice.IsNeeded));
    }

    private static AdviceReport Advise(Type type) => CodeExplorer.Advise(
        WovenAssembly.Of(type.Assembly),
        type.FullName!,
        new ExplorationOptions(),
        cancellation: TestContext.Current.CancellationToken);
}
