using Exploration;
using Weaving;

namespace WeavingTests;

/// <summary>Linearizability where calls are ordered by a clock, and where they are by happens-before.</summary>
public static class GlobalClockTests
{
    private static LinearizabilityCheck Late => Check.Linearizable<LateRegister, Register>();

    [Fact]
    public static void A_late_register_differs_by_the_clock_alone()
    {
        Late.Passes("Set 1 | Get", Model.Sc);
        ExplorationResult result = Late.ByGlobalClock().Explore("Set 1 | Get");

        Assert.Equal(
            ["no order of the calls explains Set(1) | Get() = 0: behind 1 of them comes neither Get() = 0"],
            result.Violations);
        Assert.Equal(
            ["Set(1) | Get() = 0", "Set(1) | Get() = 0"], result.Outcomes.Select(outcome => outcome.Outcome));
        Assert.Contains(result.Counterexample!.Steps,
            step => step.Location.StartsWith("clock", StringComparison.Ordinal));
    }

    [Fact]
    public static void A_register_is_right_by_the_clock() =>
        Check.Linearizable<Register, Register>().ByGlobalClock().PassesAll(calls: 3).Passes("Set 1; Get | Set 2; Get");

    [Fact]
    public static void Every_order_of_begins_and_ends_is_visited()
    {
        // The one call before the other, or the other before the one, or both at once, with either of the ends first.
        ExplorationResult result = Check.Linearizable<Register, Register>().ByGlobalClock().Explore("Get | Get");

        Assert.Equal(ExplorationVerdict.Passed, result.Verdict);
        Assert.Equal(4, result.Executions);
    }

    [Fact]
    public static void Other_models_have_no_clock() => Assert.Contains(
        "no global clock under Tso",
        Assert.Throws<ArgumentException>(() => Late.ByGlobalClock().Explore("Set 1 | Get", Model.Tso)).Message,
        StringComparison.Ordinal);
}
