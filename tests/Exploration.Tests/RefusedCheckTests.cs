using Atomics.Programs;
using Exploration.Counterexamples;
using Scenarios.Litmus;

namespace Exploration.Tests;

/// <summary>A check that throws has been given an outcome that it does not allow.</summary>
public class RefusedCheckTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_check_that_throws_is_a_violation_with_the_outcome_and_an_execution(int workers)
    {
        InvalidOperationException thrown = new("seen one");
        NamedScenario scenario = new(
            "producer 0", "consumer 0", outcome => outcome.Registers[1][0] == 1 ? throw thrown : null);
        ExplorationOptions options = new() { Workers = workers };
        ExplorationResult result = Explorer.Explore(scenario, options, TestContext.Current.CancellationToken);
        Assert.Equal(ExplorationVerdict.Violated, result.Verdict);
        Assert.True(result.IsComplete);
        string violation = Assert.Single(result.Violations);
        Assert.Equal(
            "The scenario's check threw InvalidOperationException: seen one when it was given the outcome "
                + "'producer 0.x=0 consumer 0.x=1'.",
            violation);
        Counterexample found = Assert.IsType<Counterexample>(result.Counterexample);
        Assert.Equal(violation, Explorer.Replay(scenario, options.Model, found.Steps));
    }

    [Fact]
    public void A_declaration_that_means_two_things_is_refused_before_the_search()
    {
        ArgumentException twice = Assert.Throws<ArgumentException>(() => Explore(new NamedScenario("same", "same")));
        Assert.Contains("actor 'same' is there twice", twice.Message, StringComparison.Ordinal);
        ArgumentException unknown =
            Assert.Throws<ArgumentException>(() => Explore(new NamedScenario("a", "b") { Observed = ["word"] }));
        Assert.Contains("observed word 'word' is no location; the locations are 'the word'", unknown.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_litmus_condition_that_names_what_the_program_lacks_is_refused()
    {
        foreach (string condition in (IEnumerable<string>)["P9.r1=1", "P1.r9=1", "P1.r1"])
        {
            LitmusTest test = new(
                "mistaken", "x:=1 ∥ r1=x", condition, (false, 2), (false, 2), (false, 2), (false, 2), []);
            ArgumentException refused = Assert.Throws<ArgumentException>(() => test.ToScenario(LitmusAccess.Plain));
            Assert.Contains($"'{condition}' is not understood", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_litmus_condition_is_met_by_whole_values()
    {
        LitmusTest test = new("names", "x:=1 ∥ r1=x; r11=x", "P1.r1=1 & P1.r11=1", (true, 3), (true, 3), (true, 3),
            (true, 3), []);
        Assert.True(test.IsMetBy([new("P1.r1", 1), new("P1.r11", 1)]));
        Assert.False(test.IsMetBy([new("P1.r1", 11), new("P1.r11", 1)]));
        Assert.False(test.IsMetBy([new("P1.r1", 1), new("P1.r11", 0)]));
        Assert.Throws<ArgumentException>(() => test.IsMetBy([new("P1.r1", 1)]));
    }

    private static ExplorationResult Explore(ScenarioDeclaration scenario) =>
        Explorer.Explore(scenario, new ExplorationOptions(), TestContext.Current.CancellationToken);
}
