using Atomics.Programs;
using Scenarios.Litmus;

namespace Exploration.Tests;

/// <summary>A check that throws judges nothing: it ends the search with the outcome that it was given.</summary>
public class RefusedCheckTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_check_that_throws_is_refused_with_the_outcome(int workers)
    {
        InvalidOperationException thrown = new("seen one");
        NamedScenario scenario =
            new("producer 0", "consumer 0", outcome => outcome.Registers[1][0] == 1 ? throw thrown : null);
        ExplorationException refused = Assert.Throws<ExplorationException>(() => Explorer.Explore(
            scenario, new ExplorationOptions { Workers = workers }, TestContext.Current.CancellationToken));
        Assert.Contains("check threw InvalidOperationException: seen one", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'producer 0.x=0 consumer 0.x=1'", refused.Message, StringComparison.Ordinal);
        Assert.Same(thrown, refused.InnerException);
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
            LitmusTest test = new("mistaken", "x:=1 ∥ r1=x", condition, (false, 2), (false, 2), (false, 2),
                (false, 2), []);
            ExplorationException refused =
                Assert.Throws<ExplorationException>(() => Explore(test.ToScenario(LitmusAccess.Plain)));
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
